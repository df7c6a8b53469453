// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests WayBack
#include "flow/WayBack.h"
#include "Parsed.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// Whether the outermost loop of a function with the statements \p Body comes
/// back to its call of `call` without one of `quiet`, or a test of `other`.
bool comesBackIn(llvm::StringRef Body) {
  Parsed Code(("void f(int n) {" + Body + "}").str());
  const FunctionDecl &F = Code.function("f");
  const Stmt &Written = writtenBody(F);
  LexicalScopes Scopes(Written);
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, Code.ast());
  const CallExpr &From = callOf("call", F);
  const Stmt *Loop = nullptr;
  for (const Stmt *S = Scopes.parentOf(From); S; S = Scopes.parentOf(*S))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
      Loop = S;
  if (!Loop)
    isNoTest("no loop");
  return comesBack(
      *Graph, Scopes, From, *Loop,
      [&](const Stmt &Step) {
        return isa<CallExpr>(Step) && Code.text(Step) == "quiet()";
      },
      [&](const Stmt &Branch) {
        const auto *If = dyn_cast<IfStmt>(&Branch);
        return If && Code.text(*If->getCond()) == "other()";
      });
}

TEST(WayBack, IsThereInEveryLoop) {
  EXPECT_TRUE(comesBackIn("for (;;) call();"));
  EXPECT_TRUE(comesBackIn("for (int i = 0; i < n; ++i) call();"));
  EXPECT_TRUE(comesBackIn("while (flag()) call();"));
  EXPECT_TRUE(comesBackIn("do call(); while (flag());"));
  EXPECT_TRUE(comesBackIn("int all[3] = {}; for (int i : all) call();"));
  EXPECT_TRUE(comesBackIn("while (flag()) { if (flag()) continue; call(); }"));
}

TEST(WayBack, IsNotThereWhereTheLoopIsLeft) {
  EXPECT_FALSE(comesBackIn("for (;;) { call(); break; }"));
  EXPECT_FALSE(comesBackIn("for (;;) { call(); return; }"));
  EXPECT_FALSE(comesBackIn("for (;;) { call(); fail(); }"));
  EXPECT_FALSE(comesBackIn("do call(); while (false);"));
}

TEST(WayBack, EndsAtEveryStop) {
  EXPECT_FALSE(comesBackIn("for (;;) { quiet(); call(); }"));
  EXPECT_FALSE(comesBackIn("for (;;) { call(); quiet(); }"));
  EXPECT_FALSE(comesBackIn("for (;;) { call(); if (flag()) quiet(); else "
                           "break; }"));
  EXPECT_TRUE(comesBackIn("for (;;) { call(); if (flag()) quiet(); }"));
  EXPECT_TRUE(comesBackIn("quiet(); for (;;) call(); quiet();"));
  EXPECT_FALSE(comesBackIn("for (;;) { call(); if (other()) break; }"));
}

TEST(WayBack, IsOneOfTheLoopItself) {
  // The inner loop comes back, the outer one only past a stop.
  EXPECT_FALSE(comesBackIn("for (;;) { while (flag()) call(); quiet(); }"));
  EXPECT_TRUE(comesBackIn("for (;;) { while (flag()) call(); }"));
  EXPECT_TRUE(comesBackIn("for (;;) { while (flag()) quiet(); call(); }"));
}

} // namespace
