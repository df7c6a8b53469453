// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests FlowGraph
#include "flow/FlowGraph.h"
#include "Parsed.h"
#include "flow/Forward.h"
#include <gtest/gtest.h>
#include <map>

using namespace asynctidy;
using namespace clang;

namespace {

std::unique_ptr<FlowGraph> graphOf(const Parsed &Code, llvm::StringRef Name) {
  std::unique_ptr<FlowGraph> Graph =
      FlowGraph::of(Code.function(Name), Code.ast());
  if (!Graph)
    isNoTest("no graph of '" + Name + "'");
  return Graph;
}

/// How many blocks have how many successors.
std::map<unsigned, unsigned> shapeOf(const FlowGraph &Graph) {
  std::map<unsigned, unsigned> Shape;
  for (const CFGBlock *Block : Graph.cfg())
    ++Shape[Block->succ_size()];
  return Shape;
}

/// The try statement whose handlers see what \p Step throws; null if none.
const Stmt *caughtBy(const FlowGraph &Graph, const Stmt &Step) {
  const CFGBlock *Handler = Graph.handlerOf(Step);
  return Handler ? Handler->getTerminatorStmt() : nullptr;
}

/// Knows only what is reached.
struct Anything {
  struct State {};
  State start() { return {}; }
  void step(const Stmt &, State &) {}
  bool branch(const CFGBlock &, unsigned, State &) { return true; }
  void unwind(State &) {}
  bool join(State &, const State &) { return false; }
};

bool isReached(const FlowGraph &Graph, const CFGBlock &Block) {
  Anything Rules;
  Forward<Anything> Flow(Graph, Rules);
  return Flow.run() && Flow.at(Block);
}

TEST(FlowGraph, IsThatOfTheWrittenBody) {
  Parsed Code(R"(
    own::lazy<int> coroutine(bool a) {
      if (a && flag())
        co_await save();
      for (int i = 0; i < 3; ++i) {
        if (co_await fetch())
          co_return 1;
        co_await save();
      }
      co_return 2;
    }
    int waiting();
    int ordinary(bool a) {
      if (a && flag())
        call();
      for (int i = 0; i < 3; ++i) {
        if (waiting())
          return 1;
        call();
      }
      return 2;
    })");
  EXPECT_EQ(shapeOf(*graphOf(Code, "coroutine")),
            shapeOf(*graphOf(Code, "ordinary")));
}

TEST(FlowGraph, EvaluatesNothingTwice) {
  Parsed Code(R"(
    struct Temp { Temp(); ~Temp(); };
    struct Awaiter {
      bool await_ready(); void await_suspend(std::coroutine_handle<>);
      Temp await_resume(); ~Awaiter();
    };
    struct Made { Awaiter operator co_await() &&; ~Made(); };
    own::lazy<int> f(const Temp &, int = 0);
    Made made(const Temp &);
    own::lazy<int> plain(bool a) {
      co_await f(Temp());
      int i = co_await f(Temp(), co_await f(Temp())) + co_await fetch();
      co_await (a ? f(Temp(), i) : f(Temp(), co_await fetch()));
      co_await made(Temp());
      co_await made({});
      if (co_await fetch() && co_await fetch())
        co_return co_await fetch();
      try { co_await fetch(); } catch (...) {}
      co_return co_await fetch() ? co_await fetch() : 2;
    }
    struct task {
      struct promise_type : own::promise_base, own::returns<void> {
        std::suspend_always initial_suspend();
        task get_return_object();
        template <typename T> own::lazy<T> await_transform(own::lazy<T>);
        Awaiter await_transform(Temp);
        std::suspend_always yield_value(Temp);
      };
    };
    task transformed() {
      co_await Temp();
      co_yield Temp();
      for (int i : {co_await fetch(), 2})
        co_await fetch(i);
    })");
  for (const char *Name : {"plain", "transformed"}) {
    auto Graph = graphOf(Code, Name);
    std::map<const Stmt *, unsigned> Times;
    for (const CFGBlock *Block : Graph->cfg())
      for (const Stmt *Step : Graph->steps(*Block))
        ++Times[Step];
    for (auto [Step, Count] : Times)
      EXPECT_EQ(Count, 1u) << Step->getStmtClassName() << ": "
                           << Code.text(*Step);
  }
}

TEST(FlowGraph, HasTheCallsOfAnAwaitInOrder) {
  Parsed Code(R"(
    struct Temp { Temp(); ~Temp(); };
    own::lazy<int> f(const Temp &, int);
    int number();
    own::lazy<> coroutine() { co_await f(Temp(), number()); }
  )");
  auto Graph = graphOf(Code, "coroutine");
  const FunctionDecl &F = Code.function("coroutine");
  auto Position = [&](const Stmt &Step) {
    auto Steps = Graph->steps(*Graph->blockOf(Step));
    return llvm::find(Steps, &Step) - Steps.begin();
  };
  EXPECT_LT(Position(callOf("number", F)), Position(callOf("f", F)));
  EXPECT_LT(Position(only<CXXTemporaryObjectExpr>(F)),
            Position(callOf("f", F)));
  EXPECT_LT(Position(callOf("f", F)), Position(only<CoawaitExpr>(F)));
}

TEST(FlowGraph, HasNoDestructors) {
  Parsed Code(R"(
    struct Temp { Temp(); ~Temp(); };
    int f(const Temp &);
    own::lazy<> coroutine() {
      Temp t;
      f(Temp());
      if (flag())
        co_return;
      Temp u;
      co_await save();
    })");
  auto Graph = graphOf(Code, "coroutine");
  for (const CFGBlock *Block : Graph->cfg())
    for (const CFGElement &Element : *Block)
      EXPECT_TRUE(Element.getAs<CFGStmt>().has_value());
}

TEST(FlowGraph, DoesNotExistWithoutBodyOrInTemplates) {
  Parsed Code(R"(
    void nowhere();
    template <typename T> T pattern() { return T(); }
  )");
  EXPECT_FALSE(FlowGraph::of(Code.function("nowhere"), Code.ast()));
  EXPECT_FALSE(FlowGraph::of(Code.function("pattern"), Code.ast()));
}

TEST(FlowGraph, KnowsTheHandlerOfWhatThrows) {
  Parsed Code(R"(
    struct Throws { Throws(); };
    struct Quiet { Quiet() noexcept; };
    struct Base { virtual ~Base(); };
    struct Derived : Base {};
    int f(Base &b, void (*pointer)()) {
      try {
        Throws t;
        Quiet q;
        call();
        quiet();
        pointer();
        int *p = new int;
        dynamic_cast<Derived &>(b);
        return *p;
      } catch (int) {
        return 1;
      }
    })");
  const FunctionDecl &F = Code.function("f");
  auto Graph = graphOf(Code, "f");
  const Stmt *Try = &only<CXXTryStmt>(F);
  llvm::SetVector<const CXXConstructExpr *> Made;
  collect(writtenBody(F), Made);
  ASSERT_EQ(Made.size(), 2u);
  EXPECT_EQ(caughtBy(*Graph, *Made[0]), Try);
  EXPECT_EQ(caughtBy(*Graph, *Made[1]), nullptr);
  EXPECT_EQ(caughtBy(*Graph, callOf("call", F)), Try);
  EXPECT_EQ(caughtBy(*Graph, callOf("quiet", F)), nullptr);
  EXPECT_EQ(caughtBy(*Graph, only<CXXNewExpr>(F)), Try);
  EXPECT_EQ(caughtBy(*Graph, only<CXXDynamicCastExpr>(F)), Try);
  llvm::SetVector<const CallExpr *> Calls;
  collect(writtenBody(F), Calls);
  EXPECT_EQ(caughtBy(*Graph, *Calls.back()), Try); // pointer()
}

TEST(FlowGraph, KnowsTheHandlerOfAnAwait) {
  Parsed Code(R"(
    own::lazy<> f() {
      try {
        co_await fetch();
      } catch (...) {
      }
    })");
  const FunctionDecl &F = Code.function("f");
  auto Graph = graphOf(Code, "f");
  // What the body threw comes out of the await, in its await_resume.
  const auto *Resume = only<CoawaitExpr>(F).getResumeExpr();
  EXPECT_TRUE(caughtBy(*Graph, only<CoawaitExpr>(F)) ||
              caughtBy(*Graph, *Resume->IgnoreImplicit()));
}

TEST(FlowGraph, KnowsTheNearestHandler) {
  Parsed Code(R"(
    void inOuter(); void inInner(); void inHandler(); void afterInner();
    void inLambda(); void outside();
    void f() {
      try {
        inOuter();
        try {
          inInner();
        } catch (int) {
          inHandler();
        }
        auto later = [] { inLambda(); };
        later();
        afterInner();
      } catch (...) {
        outside();
      }
    })");
  const FunctionDecl &F = Code.function("f");
  auto Graph = graphOf(Code, "f");
  llvm::SetVector<const CXXTryStmt *> Tries;
  collect(writtenBody(F), Tries);
  ASSERT_EQ(Tries.size(), 2u);
  const Stmt *Outer = Tries[0], *Inner = Tries[1];
  auto CaughtBy = [&](const char *Callee) {
    return caughtBy(*Graph, callOf(Callee, F));
  };
  EXPECT_EQ(CaughtBy("inOuter"), Outer);
  EXPECT_EQ(CaughtBy("inInner"), Inner);
  EXPECT_EQ(CaughtBy("inHandler"), Outer);
  EXPECT_EQ(CaughtBy("afterInner"), Outer);
  EXPECT_EQ(CaughtBy("outside"), nullptr);
  EXPECT_EQ(CaughtBy("inLambda"), nullptr);
}

TEST(FlowGraph, LeavesThrowExpressionsToTheirEdges) {
  Parsed Code(R"(
    void inHandler();
    void f() {
      try {
        try {
          throw 1;
        } catch (int) {
          throw;
        }
      } catch (...) {
        inHandler();
      }
    })");
  const FunctionDecl &F = Code.function("f");
  auto Graph = graphOf(Code, "f");
  llvm::SetVector<const CXXThrowExpr *> Throws;
  collect(writtenBody(F), Throws);
  llvm::SetVector<const CXXTryStmt *> Tries;
  collect(writtenBody(F), Tries);
  ASSERT_EQ(Throws.size(), 2u);
  // The first goes to the inner try, the one in its handler to the outer.
  for (auto [Throw, Try] :
       {std::pair(Throws[0], Tries[1]), std::pair(Throws[1], Tries[0])}) {
    EXPECT_EQ(Graph->handlerOf(*Throw), nullptr);
    const CFGBlock *Block = Graph->blockOf(*Throw);
    ASSERT_EQ(Block->succ_size(), 1u);
    EXPECT_EQ((*Block->succ_begin())->getTerminatorStmt(), Try);
  }
  EXPECT_TRUE(isReached(*Graph, *Graph->blockOf(callOf("inHandler", F))));
}

TEST(FlowGraph, ReachesHandlersByConstructorsAndNew) {
  Parsed Code(R"(
    struct Throws { Throws(); };
    void handled();
    int byConstructor() {
      try { Throws t; return 1; } catch (int) { handled(); return 2; }
    }
    int *byNew() {
      try { return new int; } catch (int) { handled(); return nullptr; }
    }
    int byNothing(int a) {
      try { return a + 1; } catch (int) { handled(); return 2; }
    })");
  auto IsHandlerReached = [&](const char *Name) {
    auto Graph = graphOf(Code, Name);
    const Stmt &Call = callOf("handled", Code.function(Name));
    return isReached(*Graph, *Graph->blockOf(Call));
  };
  EXPECT_TRUE(IsHandlerReached("byConstructor"));
  EXPECT_TRUE(IsHandlerReached("byNew"));
  EXPECT_FALSE(IsHandlerReached("byNothing"));
}

TEST(FlowGraph, EndsWhereTheProgramDoes) {
  Parsed Code(R"(
    void ending() { call(); fail(); }
    void sometimes(bool a) { if (a) fail(); call(); }
  )");
  auto Ending = graphOf(Code, "ending");
  const CFGBlock *Last =
      Ending->blockOf(callOf("fail", Code.function("ending")));
  EXPECT_TRUE(FlowGraph::endsProgram(*Last));
  EXPECT_FALSE(isReached(*Ending, Ending->cfg().getExit()));
  auto Sometimes = graphOf(Code, "sometimes");
  EXPECT_TRUE(isReached(*Sometimes, Sometimes->cfg().getExit()));
}

TEST(FlowGraph, SuspendsAtAwaitsAndYields) {
  Parsed Code(R"(
    own::lazy<> awaiting() { call(); co_await save(); co_return; }
    own::generator<int> yielding() { co_yield 1; }
  )");
  const FunctionDecl &Awaiting = Code.function("awaiting");
  EXPECT_TRUE(FlowGraph::suspends(only<CoawaitExpr>(Awaiting)));
  EXPECT_FALSE(FlowGraph::suspends(callOf("call", Awaiting)));
  EXPECT_FALSE(FlowGraph::suspends(callOf("save", Awaiting)));
  EXPECT_FALSE(FlowGraph::suspends(only<CoreturnStmt>(Awaiting)));
  EXPECT_TRUE(
      FlowGraph::suspends(only<CoyieldExpr>(Code.function("yielding"))));
  // All of them are steps.
  EXPECT_TRUE(graphOf(Code, "awaiting")->blockOf(only<CoawaitExpr>(Awaiting)));
  EXPECT_TRUE(graphOf(Code, "yielding")
                  ->blockOf(only<CoyieldExpr>(Code.function("yielding"))));
}

} // namespace
