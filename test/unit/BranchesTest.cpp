// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Branches
#include "flow/Branches.h"
#include "Parsed.h"
#include "flow/Forward.h"
#include <gtest/gtest.h>
#include <map>
#include <set>

using namespace asynctidy;
using namespace clang;

namespace {

/// Carries what every way to a place has answered.
struct Answers {
  using State = std::map<unsigned, bool>;

  State start() { return {}; }
  void step(const Stmt &Step, State &Now) {
    for (unsigned Question : Questions.changedBy(Step))
      Now.erase(Question);
  }
  bool branch(const CFGBlock &From, unsigned Index, State &Now) {
    auto Known = Questions.learnedFrom(From, Index);
    return !Known ||
           Now.try_emplace(Known->Question, Known->Value).first->second ==
               Known->Value;
  }
  void unwind(State &) {}
  bool join(State &Into, const State &From) {
    std::size_t Before = Into.size();
    for (auto Known = Into.begin(); Known != Into.end();) {
      auto Other = From.find(Known->first);
      bool Holds = Other != From.end() && Other->second == Known->second;
      Known = Holds ? std::next(Known) : Into.erase(Known);
    }
    return Into.size() != Before;
  }

  const Branches &Questions;
};

/// The functions that \p F calls where a way leads that contradicts nothing,
/// `flag` and the like left out: only those whose names begin with "at".
std::set<std::string> reached(const Parsed &Code, llvm::StringRef F) {
  auto Graph = FlowGraph::of(Code.function(F), Code.ast());
  Branches Questions(*Graph, Code.ast());
  Answers Rules{Questions};
  Forward<Answers> Flow(*Graph, Rules);
  EXPECT_TRUE(Flow.run());
  std::set<std::string> Found;
  Flow.forEachStep([&](const Stmt &Step, const Answers::State &) {
    const auto *Call = dyn_cast<CallExpr>(&Step);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (Callee && Callee->getIdentifier() &&
        Callee->getName().starts_with("at"))
      Found.insert(Callee->getNameAsString());
  });
  return Found;
}

const char *const World = R"(
  void atYes(); void atNo(); void at(int);
  struct Object {
    bool is; Object *next;
    bool ready() const; bool empty() const; bool has(int) const;
    void set(); explicit operator bool() const;
  };
  bool Global;
  enum Colour { Red, Green };
  void change(bool &); void change(Object &); void change(bool *);
  void show(const bool &); void show(const Object &); void byValue(bool);
)";

enum Second { Same, Opposite, Unknown };

/// `if (First) { Between; if (Then) atYes(); else atNo(); }`, and what the
/// first answer says about the second.
struct Pair {
  const char *Variables, *First, *Between, *Then;
  Second Known;
};

const Pair Pairs[] = {
    // One question in many words.
    {"bool a", "a", "", "a", Same},
    {"bool a", "a", "call();", "a", Same},
    {"bool a", "a", "", "!a", Opposite},
    {"bool a", "!a", "", "!a", Same},
    {"bool a", "!!a", "", "((a))", Same},
    {"bool a", "a == false", "", "a", Opposite},
    {"bool a", "a != false", "", "a", Same},
    {"bool a", "!(a == false)", "", "a", Same},
    {"int *p", "p", "", "p != nullptr", Same},
    {"int *p", "p == nullptr", "", "p", Opposite},
    {"int *p", "p == 0", "", "p == nullptr", Same},
    {"int n", "n", "", "n != 0", Same},
    {"int n", "n == 3", "", "n == 3", Same},
    {"int n", "n == 3", "", "n != 3", Opposite},
    {"int n", "n != 3", "", "n == 3", Opposite},
    {"int n", "n < 3", "", "n >= 3", Opposite},
    {"int n", "n > 3", "", "n <= 3", Opposite},
    {"int n", "n >= 3", "", "n >= 3", Same},
    {"Colour c", "c == Red", "", "c != Red", Opposite},
    {"Object o", "o.is", "", "o.is", Same},
    {"Object o", "o.ready()", "", "!o.ready()", Opposite},
    {"Object o", "o", "", "!o", Opposite},
    {"const Object &o", "o.ready()", "", "o.ready()", Same},
    {"bool a, bool b", "a && b", "", "a", Same},
    {"bool a, bool b", "a && b", "", "!b", Opposite},
    {"bool a, bool b", "a && b", "", "a || b", Same},

    // Other questions.
    {"bool a, bool b", "a", "", "b", Unknown},
    {"bool a, bool b", "a || b", "", "a", Unknown},
    {"bool a, bool b", "!(a || b)", "", "a", Unknown},
    {"int n", "n == 3", "", "n == 4", Unknown},
    {"int n", "n < 3", "", "n > 3", Unknown},
    {"int n, int m", "n < m", "", "m < n", Unknown},
    {"Object o", "o.ready()", "", "o.empty()", Unknown},
    {"Object o, Object p", "o.is", "", "p.is", Unknown},

    // What something else may answer in between.
    {"", "Global", "", "Global", Unknown},
    {"", "flag()", "", "flag()", Unknown},
    {"volatile bool a", "a", "", "a", Unknown},
    {"bool &a", "a", "", "a", Unknown},
    {"Object *o", "o->is", "", "o->is", Unknown},
    {"Object o", "o.has(1)", "", "o.has(1)", Unknown},
    {"bool *p", "*p", "", "*p", Unknown},
    {"int n", "n++", "", "n++", Unknown},
    {"bool a", "a = flag()", "", "a = flag()", Unknown},

    // What changes the answer, and what does not.
    {"bool a, bool b", "a", "a = b;", "a", Unknown},
    {"bool a, bool b", "a", "b = a;", "a", Same},
    {"int n", "n == 3", "n += 1;", "n == 3", Unknown},
    {"int n", "n == 3", "--n;", "n == 3", Unknown},
    {"bool a", "a", "change(a);", "a", Unknown},
    {"bool a", "a", "change(&a);", "a", Unknown},
    {"bool a", "a", "show(a);", "a", Same},
    {"bool a", "a", "byValue(a);", "a", Same},
    {"bool a", "a", "bool &r = a; r = false;", "a", Unknown},
    {"bool a", "a", "[&a] { a = false; }();", "a", Unknown},
    {"bool a", "a", "[&] { a = false; }();", "a", Unknown},
    {"bool a", "a", "[a]() mutable { a = false; }();", "a", Same},
    {"Object o", "o.is", "o.is = false;", "o.is", Unknown},
    {"Object o", "o.is", "o.set();", "o.is", Unknown},
    {"Object o", "o.is", "o.ready();", "o.is", Same},
    {"Object o", "o.is", "change(o);", "o.is", Unknown},
    {"Object o", "o.is", "show(o);", "o.is", Same},
    {"Object o, Object p", "o.is", "o = p;", "o.is", Unknown},
    {"Object o", "o.is", "Object q = std::move(o);", "o.is", Unknown},
    {"bool a", "a", "if (flag()) a = false;", "a", Unknown},
    {"bool a", "a", "while (flag()) a = flag();", "a", Unknown},
    {"bool a", "a", "if (flag()) { a = false; return; }", "a", Same},
};

TEST(Branches, KnowWhatAnEarlierOneSays) {
  std::string Text = World;
  for (std::size_t I = 0; I < std::size(Pairs); ++I) {
    const Pair &P = Pairs[I];
    Text += "void f" + std::to_string(I) + "(" + P.Variables + ") { if (" +
            P.First + ") { " + P.Between + " if (" + P.Then +
            ") atYes(); else atNo(); } }\n";
  }
  Parsed Code(Text);
  for (std::size_t I = 0; I < std::size(Pairs); ++I) {
    const Pair &P = Pairs[I];
    auto Found = reached(Code, "f" + std::to_string(I));
    Second Known = Found.size() == 2      ? Unknown
                   : Found.count("atYes") ? Same
                                          : Opposite;
    EXPECT_EQ(Known, P.Known)
        << "(" << P.Variables << ") if (" << P.First << ") { " << P.Between
        << " if (" << P.Then << ")";
    EXPECT_FALSE(Found.empty());
  }
}

std::set<std::string> reachedIn(llvm::StringRef Body) {
  Parsed Code((World + ("void f(bool a, bool b, int n) " + Body)).str());
  return reached(Code, "f");
}

using Reached = std::set<std::string>;

TEST(Branches, ForgetWhereWaysMeet) {
  EXPECT_EQ(reachedIn("{ if (a) call(); if (a) atYes(); else atNo(); }"),
            (Reached{"atYes", "atNo"}));
  EXPECT_EQ(reachedIn("{ if (!a) return; if (a) atYes(); else atNo(); }"),
            (Reached{"atYes"}));
  EXPECT_EQ(reachedIn("{ if (!a) fail(); if (a) atYes(); else atNo(); }"),
            (Reached{"atYes"}));
}

TEST(Branches, KnowWhyLoopsEnd) {
  EXPECT_EQ(reachedIn(R"({
              while (a) { if (!a) atNo(); a = flag(); }
              if (a) atYes();
            })"),
            (Reached{}));
  EXPECT_EQ(reachedIn("{ while (a) if (b) break; if (a) atYes(); }"),
            (Reached{"atYes"}));
  EXPECT_EQ(reachedIn("{ for (int i = 0; i < n; ++i) if (i < n) atYes(); "
                      "else atNo(); }"),
            (Reached{"atYes"}));
}

TEST(Branches, AskAnewWhereAVariableIsDeclared) {
  Parsed Code(R"(
    void f() { while (flag()) { bool own = flag(); if (own) call(); } }
  )");
  const FunctionDecl &F = Code.function("f");
  auto Graph = FlowGraph::of(F, Code.ast());
  Branches Questions(*Graph, Code.ast());
  EXPECT_EQ(Questions.changedBy(only<DeclStmt>(F)).size(), 1u);
}

TEST(Branches, AskAnewInEachRound) {
  // A variable of its own in each round.
  EXPECT_EQ(reachedIn(R"({
              while (flag()) {
                bool own = flag();
                if (own) atYes(); else atNo();
              }
            })"),
            (Reached{"atYes", "atNo"}));
  EXPECT_EQ(reachedIn(R"({
              bool values[3] = {};
              for (bool own : values)
                if (own) atYes(); else atNo();
            })"),
            (Reached{"atYes", "atNo"}));
  EXPECT_EQ(reachedIn(R"({
              bool first = true;
              while (flag()) {
                if (!first) { atNo(); continue; }
                atYes();
                first = false;
              }
            })"),
            (Reached{"atYes", "atNo"}));
  EXPECT_EQ(reachedIn("{ do { if (a) atYes(); else atNo(); } while (!a); }"),
            (Reached{"atYes", "atNo"}));
}

// Not yet: only where somebody else gets hold of a variable is a change.
TEST(Branches, AskNothingOfVariablesThatOthersHold) {
  EXPECT_EQ(reachedIn(R"({
              auto set = [&] { a = true; };
              if (!a) { set(); if (a) atYes(); else atNo(); }
            })"),
            (Reached{"atYes", "atNo"}));
  EXPECT_EQ(reachedIn(R"({
              bool &alias = a;
              if (!a) { alias = true; if (a) atYes(); else atNo(); }
            })"),
            (Reached{"atYes", "atNo"}));
  EXPECT_EQ(reachedIn(R"({
              bool *pointer = &a;
              if (!a) { *pointer = true; if (a) atYes(); else atNo(); }
            })"),
            (Reached{"atYes", "atNo"}));
}

TEST(Branches, AskNothingOfSwitchesAndConstants) {
  EXPECT_EQ(reachedIn(R"({
              switch (n) { case 1: if (n == 1) atYes(); else atNo(); }
            })"),
            (Reached{"atYes", "atNo"}));
  EXPECT_EQ(reachedIn("{ if (sizeof(int) == 4) atYes(); }"),
            (Reached{"atYes"}));
}

TEST(Branches, AnswerTheSameInHandlers) {
  EXPECT_EQ(reachedIn(R"({
              if (a) {
                try { call(); a = false; call(); }
                catch (...) { if (a) atYes(); else atNo(); }
              }
            })"),
            (Reached{"atYes", "atNo"}));
  EXPECT_EQ(reachedIn(R"({
              if (a) {
                try { call(); a = false; quiet(); }
                catch (...) { if (a) atYes(); else atNo(); }
              }
            })"),
            (Reached{"atYes"}));
}

TEST(Branches, FindTheConditionOfABlock) {
  Parsed Code(R"(
    void f(bool a, bool b, int n) {
      if (a && b) call();
      switch (n) { case 1: call(); }
      try { call(); } catch (...) {}
      for (;;) call();
    })");
  auto Graph = FlowGraph::of(Code.function("f"), Code.ast());
  std::multiset<std::string> Conditions;
  for (const CFGBlock *Block : Graph->cfg())
    if (const Expr *Condition = branchCondition(*Block))
      Conditions.insert(Code.text(*Condition));
  EXPECT_EQ(Conditions, (std::multiset<std::string>{"a", "b"}));
}

} // namespace
