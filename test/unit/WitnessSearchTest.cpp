// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests WitnessSearch
#include "flow/WitnessSearch.h"
#include "Parsed.h"
#include "flow/Branches.h"
#include <gtest/gtest.h>
#include <set>

using namespace asynctidy;
using namespace clang;

namespace {

/// Which calls of `open` no call of `close` has followed. `impossible()` never
/// holds, and what throws ends nothing.
class Opened {
public:
  struct State {
    std::set<const Expr *> Calls;
    State only(const Expr *E) const {
      return Calls.count(E) ? State{{E}} : State{};
    }
    bool operator==(const State &Other) const { return Calls == Other.Calls; }
  };

  static State start() { return {}; }
  void focusOn(const Expr *E) { Focus = E; }
  void step(const Stmt &Step, State &Now) {
    llvm::StringRef Name = calleeOf(&Step);
    if (Name == "open" && (!Focus || Focus == &Step))
      Now.Calls.insert(cast<Expr>(&Step));
    if (Name == "close")
      Now.Calls.clear();
    IsBad = Name == "bad" && !Now.Calls.empty();
  }
  static bool branch(const CFGBlock &From, unsigned Index, State &) {
    const Expr *Condition = branchCondition(From);
    return calleeOf(Condition) != "impossible" || Index == 1;
  }
  static void unwind(State &) {}
  static bool join(State &Into, const State &From) {
    std::size_t Before = Into.Calls.size();
    Into.Calls.insert(From.Calls.begin(), From.Calls.end());
    return Into.Calls.size() != Before;
  }

  const Expr *Focus = nullptr;
  bool IsBad = false; ///< the last step

private:
  static llvm::StringRef calleeOf(const Stmt *S) {
    const auto *Call = llvm::dyn_cast_or_null<CallExpr>(S);
    const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
    return F && F->getIdentifier() ? F->getName() : "";
  }
};

/// The decisions on the way from the first `open()` of `void f(bool a, bool
/// b)` to where `bad()` follows, or to the exit: "a, not b, thrown".
std::optional<std::string> wayThrough(llvm::StringRef Body, bool AtExit = false,
                                      unsigned Budget = 2000) {
  Parsed Code(("void open(); void close(); void bad(); bool impossible();\n"
               "void f(bool a, bool b) " +
               Body)
                  .str());
  const FunctionDecl &F = Code.function("f");
  auto Graph = FlowGraph::of(F, Code.ast());
  Opened Rules;
  Forward<Opened> Flow(*Graph, Rules);
  EXPECT_TRUE(Flow.run());
  llvm::SetVector<const CallExpr *> Calls;
  collect(writtenBody(F), Calls);
  WitnessSearch<Opened> Search(*Graph, Rules, Flow, Budget);
  std::optional<Witness> Way = Search.find(
      *Calls.front(), [&] { return Rules.IsBad; },
      [](const Opened::State &S) { return !S.Calls.empty(); }, AtExit);
  EXPECT_EQ(Rules.Focus, nullptr);
  if (!Way)
    return std::nullopt;
  std::string Turns;
  for (const Turn &T : Way->Turns) {
    const Expr *Condition = branchCondition(*T.Block);
    bool IsThrown = T.Successor == Turn::Thrown;
    if (!Condition && !IsThrown)
      continue;
    Turns += Turns.empty() ? "" : ", ";
    Turns += IsThrown           ? "thrown"
             : T.Successor == 0 ? Code.text(*Condition)
                                : "not " + Code.text(*Condition);
  }
  return Turns;
}

TEST(WitnessSearch, FindsTheShortestWay) {
  EXPECT_EQ(wayThrough("{ open(); bad(); }"), "");
  EXPECT_EQ(wayThrough("{ open(); if (a) close(); bad(); }"), "not a");
  EXPECT_EQ(wayThrough("{ open(); if (a) { if (b) return; call(); } bad(); }"),
            "not a");
  EXPECT_EQ(wayThrough("{ open(); while (a) { if (b) bad(); } }"), "a, b");
}

TEST(WitnessSearch, FindsNoneWhereTheDomainForbidsIt) {
  EXPECT_EQ(wayThrough("{ open(); close(); bad(); }"), std::nullopt);
  EXPECT_EQ(wayThrough("{ open(); if (a) close(); else return; bad(); }"),
            std::nullopt);
  EXPECT_EQ(wayThrough("{ open(); if (impossible()) bad(); }"), std::nullopt);
  EXPECT_EQ(wayThrough("{ open(); fail(); bad(); }"), std::nullopt);
}

TEST(WitnessSearch, FollowsTheStartAlone) {
  EXPECT_EQ(wayThrough("{ open(); close(); open(); bad(); }"), std::nullopt);
  // What came before the start does not count, even in its own block.
  EXPECT_EQ(wayThrough("{ while (a) { open(); close(); } bad(); }"),
            std::nullopt);
}

TEST(WitnessSearch, GoesToTheExitIfThatIsAsked) {
  EXPECT_EQ(wayThrough("{ open(); if (a) close(); }"), std::nullopt);
  EXPECT_EQ(wayThrough("{ open(); if (a) close(); }", /*AtExit=*/true),
            "not a");
  EXPECT_EQ(wayThrough("{ open(); if (a) return; close(); }", /*AtExit=*/true),
            "a");
}

TEST(WitnessSearch, GoesThroughHandlers) {
  EXPECT_EQ(
      wayThrough("{ open(); try { call(); close(); } catch (...) { bad(); } }"),
      "thrown");
  EXPECT_EQ(wayThrough(
                "{ open(); try { quiet(); close(); } catch (...) { bad(); } }"),
            std::nullopt);
}

TEST(WitnessSearch, GivesUpAtItsBudget) {
  const char *Body = "{ open(); if (a) close(); if (b) close(); bad(); }";
  EXPECT_EQ(wayThrough(Body), "not a, not b");
  EXPECT_EQ(wayThrough(Body, /*AtExit=*/false, /*Budget=*/2), std::nullopt);
}

} // namespace
