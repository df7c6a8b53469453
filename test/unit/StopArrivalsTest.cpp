// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests StopArrivals
#include "summary/StopArrivals.h"
#include "Parsed.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// Nobody has rules for these: the awaiter is seen to throw.
constexpr llvm::StringLiteral Names = R"(
#include <exception>
struct stop_requested : std::exception {};
struct turn {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const { if (flag()) throw stop_requested(); }
};
struct tick {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept;
};
struct ready {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const { throw stop_requested(); }
};
void rethrow();
)";

/// The signals that leave the coroutine `f`, each with the await it comes from.
std::string leaving(llvm::StringRef Functions) {
  Parsed Code((Names + Functions).str());
  StopArrivals Arrivals(Code.model());
  const FunctionDecl &F = Code.function("f");
  std::vector<std::string> Found;
  for (const StopArrival &A : Arrivals.from(writtenBody(F), F))
    Found.push_back(A.Signal.name() + " at " + Code.text(*A.At));
  return llvm::join(Found, ", ");
}

TEST(StopArrivals, ComeFromTheFirstAwaitThatThrows) {
  EXPECT_EQ(leaving("own::lazy<> f() { co_await tick(); co_await turn(); "
                    "for (;;) co_await turn{}; }"),
            "stop_requested at co_await turn()");
  EXPECT_EQ(leaving("own::lazy<> f() { co_await tick(); }"), "");
  EXPECT_EQ(leaving("own::lazy<> f() { co_await ready(); }"), "");
}

TEST(StopArrivals, AreKeptByHandlersThatTakeThem) {
  EXPECT_EQ(leaving("own::lazy<> f() { try { co_await turn(); } catch (...) { "
                    "call(); } }"),
            "");
  EXPECT_EQ(leaving("own::lazy<> f() { try { co_await turn(); } catch (const "
                    "std::exception &) {} }"),
            "");
  EXPECT_EQ(leaving("own::lazy<> f() { try { co_await turn(); } catch (int) "
                    "{} }"),
            "stop_requested at co_await turn()");
}

TEST(StopArrivals, AreThrownOnByHandlers) {
  EXPECT_EQ(leaving("own::lazy<> f() { try { co_await turn(); } catch (...) { "
                    "throw; } }"),
            "stop_requested at co_await turn()");
  EXPECT_EQ(leaving("own::lazy<> f() { try { co_await turn(); } catch (...) { "
                    "rethrow(); } }"),
            "stop_requested at co_await turn()");
  EXPECT_EQ(leaving("own::lazy<> f() { try { co_await turn(); } catch (...) { "
                    "auto later = [] { throw; }; } }"),
            "");
}

TEST(StopArrivals, ComeOutOfAwaitedCoroutines) {
  EXPECT_EQ(leaving("own::lazy<> g() { co_await turn(); } own::lazy<> f() { "
                    "co_await g(); }"),
            "stop_requested at co_await g()");
  EXPECT_EQ(leaving("own::lazy<> g() { try { co_await turn(); } catch (...) {} "
                    "} own::lazy<> f() { co_await g(); }"),
            "");
  EXPECT_EQ(leaving("own::lazy<> f() { co_await f(); co_await turn(); }"),
            "stop_requested at co_await f()");
}

TEST(StopArrivals, DoNotComeOutOfLambdas) {
  EXPECT_EQ(leaving("own::lazy<> f() { auto g = []() -> own::lazy<> { co_await "
                    "turn(); }; co_await tick(); }"),
            "");
}

TEST(StopArrivals, GoThroughCallsInHandlers) {
  Parsed Code((Names + "void log(std::exception_ptr); void plain() {} void "
                       "on() { throw; } void f() { plain(); on(); rethrow(); "
                       "log(std::current_exception()); fail(); call(); }")
                  .str());
  StopArrivals Arrivals(Code.model());
  const FunctionDecl &F = Code.function("f");
  for (llvm::StringRef Name : {"on", "rethrow", "log", "fail"})
    EXPECT_TRUE(Arrivals.letsThrough(callOf(Name, F))) << Name.str();
  for (llvm::StringRef Name : {"plain", "call"})
    EXPECT_FALSE(Arrivals.letsThrough(callOf(Name, F))) << Name.str();
  EXPECT_TRUE(StopArrivals::handsOn(callOf("log", F)));
  EXPECT_FALSE(StopArrivals::handsOn(callOf("on", F)));
}

} // namespace
