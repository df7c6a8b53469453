// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests HandlerMarks
#include "summary/HandlerMarks.h"
#include "Parsed.h"
#include "clang/AST/StmtCXX.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// What the condition is once the handler has run: "yes", "no" or, where it
/// asks for something else, "".
std::string answer(llvm::StringRef Handler, llvm::StringRef Condition,
                   llvm::StringRef Between = "") {
  Parsed Code(("#include <exception>\n#include <optional>\n#include <string>\n"
               "void f() {\n"
               "  bool failed = false, quiet = false;\n"
               "  int state = 0;\n"
               "  std::exception_ptr error;\n"
               "  std::optional<std::string> reason;\n"
               "  try { call(); } catch (...) {" +
               Handler + "}\n" + Between + "  if (" + Condition +
               ") call();\n}")
                  .str());
  const FunctionDecl &F = Code.function("f");
  LexicalScopes Scopes(*F.getBody());
  HandlerMarks Marks(only<CXXTryStmt>(F), only<CXXCatchStmt>(F), *F.getBody(),
                     Scopes);
  std::optional<bool> Answer =
      Marks.answer(*only<IfStmt>(F).getCond(), Code.ast());
  return !Answer ? "" : *Answer ? "yes" : "no";
}

TEST(HandlerMarks, AnswerForFlags) {
  EXPECT_EQ(answer("failed = true;", "failed"), "yes");
  EXPECT_EQ(answer("failed = true;", "!failed"), "no");
  EXPECT_EQ(answer("failed = false;", "failed"), "no");
  EXPECT_EQ(answer("failed = true;", "failed == true"), "yes");
}

TEST(HandlerMarks, AnswerForNumbers) {
  EXPECT_EQ(answer("state = 2;", "state == 2"), "yes");
  EXPECT_EQ(answer("state = 2;", "state == 1"), "no");
  EXPECT_EQ(answer("state = 2;", "state != 0"), "yes");
}

TEST(HandlerMarks, AnswerForExceptions) {
  EXPECT_EQ(answer("error = std::current_exception();", "error"), "yes");
  EXPECT_EQ(answer("error = std::current_exception();", "!error"), "no");
  EXPECT_EQ(answer("error = std::current_exception();", "error != nullptr"),
            "yes");
  EXPECT_EQ(answer("error = std::current_exception();", "error == nullptr"),
            "no");
}

TEST(HandlerMarks, AnswerForNothingElse) {
  EXPECT_EQ(answer("failed = true;", "quiet"), "");
  EXPECT_EQ(answer("call();", "failed"), "");
  EXPECT_EQ(answer("state = flag() ? 1 : 2;", "state == 1"), "");
}

TEST(HandlerMarks, AnswerForNothingThatWasReplaced) {
  EXPECT_EQ(answer("failed = true;", "failed", "failed = flag();"), "");
  EXPECT_EQ(answer("failed = true;", "failed", "quiet = flag();"), "yes");
}

TEST(HandlerMarks, AreSeen) {
  Parsed Code("void f() { int a = 0, b = 0; try { call(); } catch (...) { a = "
              "1; } if (a + b) call(); }\nvoid g() { int a = 0, b = 0; try { "
              "call(); } catch (...) { a = 1; } if (b) call(); }");
  auto AreSeen = [&](llvm::StringRef Name) {
    const FunctionDecl &F = Code.function(Name);
    LexicalScopes Scopes(*F.getBody());
    return HandlerMarks(only<CXXTryStmt>(F), only<CXXCatchStmt>(F),
                        *F.getBody(), Scopes)
        .areSeenBy(*only<IfStmt>(F).getCond());
  };
  EXPECT_TRUE(AreSeen("f"));
  EXPECT_FALSE(AreSeen("g"));
}

} // namespace
