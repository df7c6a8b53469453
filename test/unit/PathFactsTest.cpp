// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests PathFacts
#include "flow/PathFacts.h"
#include "Parsed.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// Of libraries that the built-in rules know.
const char *const World = R"(
  struct hop {
    bool await_ready(); void await_suspend(std::coroutine_handle<>);
    void await_resume();
  };
  namespace cppcoro {
  struct static_thread_pool { hop schedule(); };
  struct io_service { hop schedule(); };
  }
  namespace folly { struct EventBase { bool isInEventBaseThread() const; }; }
  namespace std {
  enum class future_status { ready, timeout, deferred };
  template <typename T> struct future {
    template <typename D> future_status wait_for(D) const; T get();
  };
  }
  void here();
)";

struct Where {
  bool MayRunOnLoop, StaysElsewhere;
  bool operator==(const Where &Other) const {
    return MayRunOnLoop == Other.MayRunOnLoop &&
           StaysElsewhere == Other.StaysElsewhere;
  }
};
std::ostream &operator<<(std::ostream &To, Where W) {
  return To << (W.MayRunOnLoop ? "on the loop" : "elsewhere")
            << (W.StaysElsewhere ? ", for good" : "");
}

constexpr Where OnLoop = {true, false}, Elsewhere = {false, true};

/// Where `here()` runs in a coroutine with that body.
Where whereIn(llvm::StringRef Body) {
  Parsed Code(
      (World + ("own::lazy<> f(bool a, cppcoro::static_thread_pool pool, "
                "cppcoro::io_service loop, folly::EventBase &base) {" +
                Body + "co_return; }"))
          .str());
  const FunctionDecl &F = Code.function("f");
  PathFacts Facts(F, Code.model());
  const Stmt *Here = &callOf("here", F);
  return {Facts.mayRunOnLoop(Here), Facts.staysElsewhere(Here)};
}

TEST(PathFacts, KnowWhereAFunctionRuns) {
  EXPECT_EQ(whereIn("here();"), OnLoop);
  EXPECT_EQ(whereIn("co_await pool.schedule(); here();"), Elsewhere);
  EXPECT_EQ(whereIn("pool.schedule(); here();"), OnLoop);
  EXPECT_EQ(whereIn("co_await pool.schedule(); co_await save(); here();"),
            Elsewhere);
  EXPECT_EQ(whereIn("if (a) co_await pool.schedule(); here();"), OnLoop);
  EXPECT_EQ(whereIn("if (a) co_await pool.schedule(); else call(); here();"),
            OnLoop);
  EXPECT_EQ(whereIn("if (a) call(); else co_await pool.schedule(); here();"),
            OnLoop);
  EXPECT_EQ(whereIn("if (!a) co_return; co_await pool.schedule(); here();"),
            Elsewhere);
  EXPECT_EQ(whereIn("while (a) { here(); co_await pool.schedule(); }"), OnLoop);
  EXPECT_EQ(whereIn("co_await pool.schedule(); while (a) here();"), Elsewhere);
}

TEST(PathFacts, KnowWhatTestsForTheLoopSay) {
  EXPECT_EQ(whereIn("if (base.isInEventBaseThread()) here();"), OnLoop);
  EXPECT_EQ(whereIn("if (!base.isInEventBaseThread()) here();"), Elsewhere);
  EXPECT_EQ(whereIn("if (base.isInEventBaseThread()) co_return; here();"),
            Elsewhere);
  EXPECT_EQ(whereIn("if (a || base.isInEventBaseThread()) co_return; here();"),
            Elsewhere);
  EXPECT_EQ(whereIn("bool on = base.isInEventBaseThread(); if (!on) here();"),
            Elsewhere);
}

TEST(PathFacts, ReachHandlersByConstructors) {
  EXPECT_EQ(whereIn(R"(
              struct Throws { Throws(); };
              co_await pool.schedule();
              try { Throws t; } catch (int) { here(); })"),
            Elsewhere);
  // The switch itself may have failed.
  EXPECT_EQ(
      whereIn("try { co_await pool.schedule(); } catch (int) { here(); }"),
      OnLoop);
}

/// Whether the future `result` is ready at `here()`.
bool isReadyIn(llvm::StringRef Body) {
  Parsed Code((World + ("void f(bool a, std::future<int> result, "
                        "std::future<int> next) {" +
                        Body + "}"))
                  .str());
  const FunctionDecl &F = Code.function("f");
  PathFacts Facts(F, Code.model());
  return Facts.isReady(F.getParamDecl(1), &callOf("here", F));
}

TEST(PathFacts, KnowWhatPollsProve) {
  EXPECT_TRUE(isReadyIn(
      "if (result.wait_for(0) == std::future_status::ready) here();"));
  EXPECT_FALSE(isReadyIn(
      "if (result.wait_for(0) != std::future_status::ready) here();"));
  EXPECT_FALSE(isReadyIn(
      "if (result.wait_for(0) == std::future_status::timeout) here();"));
  EXPECT_FALSE(
      isReadyIn("if (next.wait_for(0) == std::future_status::ready) here();"));
  EXPECT_FALSE(isReadyIn("if (result.wait_for(0) == std::future_status::ready) "
                         "call(); here();"));
  EXPECT_TRUE(isReadyIn("while (result.wait_for(0) != "
                        "std::future_status::ready) call(); here();"));
  EXPECT_TRUE(isReadyIn(R"(
    switch (result.wait_for(0)) {
    case std::future_status::ready: here(); break;
    default: call();
    })"));
  EXPECT_TRUE(isReadyIn("auto s = result.wait_for(0); if (a && s == "
                        "std::future_status::ready) here();"));
  EXPECT_FALSE(isReadyIn("if (result.wait_for(0) == std::future_status::ready) "
                         "{ result = next; here(); }"));
}

} // namespace
