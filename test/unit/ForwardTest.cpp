// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Forward
#include "flow/Forward.h"
#include "Parsed.h"
#include <gtest/gtest.h>
#include <map>
#include <set>

using namespace asynctidy;
using namespace clang;

namespace {

/// Which assignments reach a place. Conditions that mention `never` are never
/// true; what is thrown by a step is noted as the value of `thrown`.
class Assignments {
public:
  using Values = std::set<std::string>;
  using State = std::map<std::string, Values>;

  explicit Assignments(const Parsed &Code) : Code(Code) {}

  State start() { return {{"x", {"begin"}}}; }
  void step(const Stmt &Step, State &Now) {
    ++Steps;
    Last = &Step;
    if (const auto *Assign = dyn_cast<BinaryOperator>(&Step);
        Assign && Assign->isAssignmentOp())
      Now[Code.text(*Assign->getLHS())] = {Code.text(*Assign->getRHS())};
  }
  bool branch(const CFGBlock &From, unsigned Successor, State &Now) {
    const Stmt *Condition = From.getTerminatorCondition();
    if (!Condition || From.succ_size() != 2)
      return true;
    std::string Text = Code.text(*Condition);
    Now[Text] = {Successor == 0 ? "true" : "false"};
    return Text != "never" || Successor == 1;
  }
  void unwind(State &Now) { Now["thrown"] = {Code.text(*Last)}; }
  bool join(State &Into, const State &From) {
    bool Changed = false;
    for (const auto &[Name, Others] : From)
      for (const std::string &Value : Others)
        Changed |= Into[Name].insert(Value).second;
    return Changed;
  }

  unsigned Steps = 0;

private:
  const Parsed &Code;
  const Stmt *Last = nullptr;
};

/// The values that \p Name may have before each call in `f`.
using Reaching = std::map<std::string, Assignments::Values>;
Reaching reaching(llvm::StringRef Body, const char *Name = "x") {
  Parsed Code(("bool never(); int x; bool a, b, c;\n"
               "void one(); void two(); void three(); void four();\n"
               "void f() " +
               Body)
                  .str());
  auto Graph = FlowGraph::of(Code.function("f"), Code.ast());
  Assignments Rules(Code);
  Forward<Assignments> Flow(*Graph, Rules);
  EXPECT_TRUE(Flow.run());
  Reaching Found;
  Flow.forEachStep([&](const Stmt &Step, const Assignments::State &Now) {
    const auto *Call = dyn_cast<CallExpr>(&Step);
    if (!Call)
      return;
    auto Values = Now.find(Name);
    Found[Call->getDirectCallee()->getNameAsString()] =
        Values == Now.end() ? Assignments::Values() : Values->second;
  });
  return Found;
}

TEST(Forward, TakesStepsInOrder) {
  EXPECT_EQ(reaching("{ one(); x = 1; two(); x = 2; three(); }"),
            (Reaching{{"one", {"begin"}}, {"two", {"1"}}, {"three", {"2"}}}));
}

TEST(Forward, JoinsWhatMeets) {
  EXPECT_EQ(reaching(R"({
              if (a) { x = 1; one(); }
              else if (b) x = 2;
              two();
            })"),
            (Reaching{{"one", {"1"}}, {"two", {"begin", "1", "2"}}}));
  EXPECT_EQ(reaching(R"({
              switch (x) {
              case 1: x = 1; break;
              case 2: x = 2; // falls through
              case 3: one(); return;
              default: x = 4;
              }
              two();
            })"),
            (Reaching{{"one", {"2", "begin"}}, {"two", {"1", "4"}}}));
}

TEST(Forward, GoesRoundLoops) {
  EXPECT_EQ(reaching(R"({
              while (a) {
                one();
                if (b) { x = 1; continue; }
                if (c) { x = 2; break; }
                two();
              }
              three();
            })"),
            (Reaching{{"one", {"begin", "1"}},
                      {"two", {"begin", "1"}},
                      {"three", {"begin", "1", "2"}}}));
  EXPECT_EQ(reaching("{ do { one(); x = 1; } while (a); two(); }"),
            (Reaching{{"one", {"begin", "1"}}, {"two", {"1"}}}));
  EXPECT_EQ(reaching("{ again: one(); x = 1; if (a) goto again; two(); }"),
            (Reaching{{"one", {"begin", "1"}}, {"two", {"1"}}}));
}

TEST(Forward, TellsTheSuccessorsApart) {
  EXPECT_EQ(reaching("{ if (a) one(); else two(); three(); }", "a"),
            (Reaching{{"one", {"true"}},
                      {"two", {"false"}},
                      {"three", {"true", "false"}}}));
  EXPECT_EQ(reaching("{ while (a) one(); two(); }", "a"),
            (Reaching{{"one", {"true"}}, {"two", {"false"}}}));
}

TEST(Forward, LeavesImpossibleWaysOut) {
  EXPECT_EQ(reaching(R"({
              bool never = false;
              if (never) { one(); x = 1; } else two();
              three();
            })"),
            (Reaching{{"two", {"begin"}}, {"three", {"begin"}}}));
}

TEST(Forward, StopsWhereTheProgramEnds) {
  EXPECT_EQ(reaching("{ if (a) { x = 1; fail(); } one(); }"),
            (Reaching{{"fail", {"1"}}, {"one", {"begin"}}}));
}

TEST(Forward, CarriesToHandlersWhatIsThere) {
  const char *Body = R"({
    try {
      x = 1;
      quiet();
      x = 2;
      one();
      x = 3;
      two();
      x = 4;
    } catch (int) {
      three();
    }
    four();
  })";
  EXPECT_EQ(reaching(Body), (Reaching{{"quiet", {"1"}},
                                      {"one", {"2"}},
                                      {"two", {"3"}},
                                      {"three", {"2", "3"}},
                                      {"four", {"2", "3", "4"}}}));
  // Only what was thrown has been unwound.
  EXPECT_EQ(reaching(Body, "thrown"), (Reaching{{"quiet", {}},
                                                {"one", {}},
                                                {"two", {}},
                                                {"three", {"one()", "two()"}},
                                                {"four", {"one()", "two()"}}}));
}

/// The text \p Times times, `#` replaced by the number of the time.
std::string repeat(llvm::StringRef Text, unsigned Times) {
  std::string Whole;
  for (unsigned I = 0; I < Times; ++I) {
    auto [Before, After] = Text.split('#');
    Whole += (Before + (Text.contains('#') ? llvm::Twine(I) : llvm::Twine()) +
              After + "\n")
                 .str();
  }
  return Whole;
}

struct Effort {
  bool Done;
  unsigned Blocks, Steps;
  double Seconds;
};

Effort effort(const std::string &Body) {
  Parsed Code("int x; bool a;\nvoid f() {" + Body + "}");
  auto Graph = FlowGraph::of(Code.function("f"), Code.ast());
  Assignments Rules(Code);
  Forward<Assignments> Flow(*Graph, Rules);
  ProcessorTime Took;
  bool Done = Flow.run();
  return {Done, Graph->cfg().getNumBlockIDs(), Rules.Steps, Took.seconds()};
}

TEST(Forward, VisitsThousandsOfBranchesOnce) {
  Effort Small = effort(repeat("if (a) x = 1;", 20));
  Effort Big = effort(repeat("if (a) x = 1;", 2000));
  EXPECT_TRUE(Big.Done);
  EXPECT_GT(Big.Blocks, 4000u);
  EXPECT_LT(Big.Steps, 110 * Small.Steps);
  EXPECT_LT(Big.Seconds, 1);
}

TEST(Forward, GetsThroughLoopsInLoops) {
  // What is known behind each inner loop comes back to all of them.
  auto Nested = [](unsigned Depth) {
    return effort(repeat("while (a) {", Depth) + "x = 1;" +
                  repeat("call(); x = #; }", Depth));
  };
  Effort Written = Nested(8);
  EXPECT_TRUE(Written.Done);
  // Nobody writes this: it need not be done, but must come to an end.
  Effort Generated = Nested(200);
  EXPECT_LT(Generated.Steps, 200 * Generated.Blocks);
  EXPECT_LT(Generated.Seconds, 1);
  Effort Simple =
      effort(repeat("while (a) {", 200) + "x = 1;" + repeat("}", 200));
  EXPECT_TRUE(Simple.Done);
  EXPECT_LT(Simple.Seconds, 1);
}

TEST(Forward, GivesUpOnWhatNeverSettles) {
  struct Restless {
    struct State {};
    State start() { return {}; }
    void step(const Stmt &, State &) {}
    bool branch(const CFGBlock &, unsigned, State &) { return true; }
    void unwind(State &) {}
    bool join(State &, const State &) { return true; }
  };
  Parsed Code("void f() { while (flag()) call(); }");
  auto Graph = FlowGraph::of(Code.function("f"), Code.ast());
  Restless Rules;
  EXPECT_FALSE(Forward<Restless>(*Graph, Rules).run());
}

TEST(Forward, ReplaysEachStepAndBranchOnce) {
  struct Counting {
    struct State {};
    unsigned Calls = 0, Branches = 0;
    State start() { return {}; }
    void step(const Stmt &Step, State &) { Calls += isa<CallExpr>(Step); }
    bool branch(const CFGBlock &From, unsigned, State &) {
      Branches += From.succ_size() == 2;
      return true;
    }
    void unwind(State &) {}
    bool join(State &, const State &) { return false; }
  };
  Parsed Code("void f() { while (flag()) call(); fail(); call(); }");
  auto Graph = FlowGraph::of(Code.function("f"), Code.ast());
  Counting Rules;
  Forward<Counting> Flow(*Graph, Rules);
  ASSERT_TRUE(Flow.run());
  Rules = {};
  Flow.replay();
  EXPECT_EQ(Rules.Calls, 3u); // none behind fail()
  EXPECT_EQ(Rules.Branches, 2u);
}

} // namespace
