// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests OpenMarks
#include "summary/OpenMarks.h"
#include "Parsed.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// What a coroutine with that body leaves marked if it is stopped, with what is
/// skipped then: "busy: busy = false".
std::string open(llvm::StringRef Body) {
  Parsed Code(("#include <exception>\n"
               "struct stop_requested : std::exception {};\n"
               "struct turn {\n"
               "  bool await_ready() const noexcept;\n"
               "  void await_suspend(std::coroutine_handle<>) const;\n"
               "  void await_resume() const { if (flag()) throw "
               "stop_requested(); }\n"
               "};\n"
               "struct tick {\n"
               "  bool await_ready() const noexcept;\n"
               "  void await_suspend(std::coroutine_handle<>) const;\n"
               "  void await_resume() const noexcept;\n"
               "};\n"
               "bool busy = false;\nint users = 0;\n"
               "struct reset { bool &flag; ~reset() { flag = false; } };\n"
               "own::lazy<> f() {" +
               Body + "}")
                  .str());
  StopArrivals Arrivals(Code.model());
  std::vector<std::string> Found;
  for (const OpenMark &Mark :
       openMarksOf(Code.function("f"), Code.model(), Arrivals))
    Found.push_back(Mark.Of->getNameAsString() + ": " + Code.text(*Mark.Reset));
  return llvm::join(Found, ", ");
}

TEST(OpenMarks, AreFlagsThatKeepSomebodyOut) {
  EXPECT_EQ(open("if (busy) co_return; busy = true; co_await turn(); busy = "
                 "false;"),
            "busy: busy = false");
  EXPECT_EQ(open("while (busy) co_await tick(); busy = true; co_await turn(); "
                 "busy = false;"),
            "busy: busy = false");
  EXPECT_EQ(open("busy = true; co_await turn(); busy = false;"), "");
}

TEST(OpenMarks, AreCounters) {
  EXPECT_EQ(open("++users; co_await turn(); --users;"), "users: --users");
  EXPECT_EQ(open("users += 2; co_await turn(); users -= 2;"),
            "users: users -= 2");
  EXPECT_EQ(open("--users; co_await turn(); ++users;"), "");
  EXPECT_EQ(open("int mine = 0; ++mine; co_await turn(); --mine;"), "");
}

TEST(OpenMarks, AreOpenOnlyAtAwaitsThatThrow) {
  EXPECT_EQ(open("++users; co_await tick(); --users;"), "");
  EXPECT_EQ(open("co_await turn(); ++users; --users; co_await turn();"), "");
  EXPECT_EQ(open("for (;;) { ++users; co_await turn(); --users; }"),
            "users: --users");
}

TEST(OpenMarks, AreTakenBackByHandlers) {
  EXPECT_EQ(open("++users; try { co_await turn(); } catch (...) { --users; "
                 "throw; } --users;"),
            "");
  EXPECT_EQ(open("++users; try { co_await turn(); } catch (...) {} --users;"),
            "");
  EXPECT_EQ(open("++users; try { co_await turn(); } catch (...) { throw; } "
                 "--users;"),
            "users: --users");
  EXPECT_EQ(open("++users; try { co_await turn(); } catch (int) {} --users;"),
            "users: --users");
}

TEST(OpenMarks, AreTakenBackByDestructors) {
  EXPECT_EQ(open("if (busy) co_return; busy = true; reset r{busy}; co_await "
                 "turn(); busy = false;"),
            "");
}

} // namespace
