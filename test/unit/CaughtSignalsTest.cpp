// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests CaughtSignals
#include "summary/CaughtSignals.h"
#include "Parsed.h"
#include "model/StopQuestions.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// What a coroutine with that body does after each handler that takes the
/// signal to stop for an error, with what comes next: "goes on: co_await
/// save()".
std::string caught(llvm::StringRef Body) {
  Parsed Code(("#include <exception>\n"
               "struct stop_requested : std::exception {};\n"
               "struct turn {\n"
               "  bool await_ready() const noexcept;\n"
               "  void await_suspend(std::coroutine_handle<>) const;\n"
               "  void await_resume() const { if (flag()) throw "
               "stop_requested(); }\n"
               "};\n"
               "own::lazy<> close();\nbool is_stopped(std::exception_ptr);\n"
               "own::lazy<> f() {" +
               Body + "}")
                  .str());
  StopArrivals Arrivals(Code.model());
  static constexpr llvm::StringLiteral Kinds[] = {"returns", "goes on",
                                                  "tries over"};
  std::vector<std::string> Found;
  for (const CaughtSignal &Caught :
       caughtSignalsOf(Code.function("f"), Code.model(), Arrivals)) {
    std::string One = Kinds[Caught.What].str();
    if (Caught.What != CaughtSignal::TriesOver && Caught.Next)
      One += ": " + Code.text(*Caught.Next);
    Found.push_back(One);
  }
  return llvm::join(Found, ", ");
}

TEST(CaughtSignals, TellTheWorstThatComesAfter) {
  EXPECT_EQ(caught("for (;;) try { co_await turn(); } catch (...) { call(); }"),
            "tries over");
  EXPECT_EQ(caught("try { co_await turn(); } catch (...) {} co_await save();"),
            "goes on: co_await save()");
  EXPECT_EQ(caught("try { co_await turn(); } catch (...) { co_return; }"),
            "returns: co_return");
  EXPECT_EQ(caught("try { co_await turn(); } catch (...) {} co_await close();"),
            "returns");
}

TEST(CaughtSignals, AreNoneWhereTheHandlerLetsThemThrough) {
  EXPECT_EQ(caught("try { co_await turn(); } catch (...) { throw; } co_await "
                   "save();"),
            "");
  EXPECT_EQ(caught("for (;;) { try { co_await turn(); } catch (const "
                   "stop_requested &) { throw; } catch (...) { call(); } }"),
            "");
  EXPECT_EQ(caught("std::exception_ptr e; try { co_await turn(); } catch (...) "
                   "{ e = std::current_exception(); } if (e) "
                   "std::rethrow_exception(e);"),
            "");
}

TEST(CaughtSignals, AreNoneWhereTheLoopEnds) {
  EXPECT_EQ(caught("for (;;) try { co_await save(); } catch (int) { call(); }"),
            "");
  EXPECT_EQ(caught("for (;;) { try { call(); } catch (...) {} co_await turn(); "
                   "}"),
            "");
}

TEST(CaughtSignals, AreOneForEachHandler) {
  EXPECT_EQ(caught("try { co_await turn(); } catch (...) {} co_await save(); "
                   "for (;;) try { co_await turn(); } catch (...) {}"),
            "goes on: co_await save(), tries over");
}

TEST(CaughtSignals, KnowCleanupByItsName) {
  Parsed Code("own::lazy<> close(); own::lazy<> closeAll(); own::lazy<> f() { "
              "co_await closeAll(); }\nown::lazy<> g() { co_await save(); }\n"
              "own::lazy<> enclose(); own::lazy<> h() { co_await enclose(); }");
  auto Cleans = [&](llvm::StringRef Function) {
    return cleansUp(only<CoawaitExpr>(Code.function(Function)),
                    Code.model().rules());
  };
  EXPECT_TRUE(Cleans("f"));
  EXPECT_FALSE(Cleans("g"));
  EXPECT_FALSE(Cleans("h"));
}

} // namespace
