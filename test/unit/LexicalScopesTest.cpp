// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests LexicalScopes
#include "flow/LexicalScopes.h"
#include "Parsed.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// Whether the variable `v` of `void f(bool c)` lives where `here()` is called.
bool lives(llvm::StringRef Body) {
  Parsed Code(
      ("void here(int = 0); int make(); void f(bool c) {" + Body + "}").str());
  const FunctionDecl &F = Code.function("f");
  LexicalScopes Scopes(writtenBody(F));
  llvm::SetVector<const DeclStmt *> Declarations;
  collect(writtenBody(F), Declarations);
  for (const DeclStmt *S : Declarations)
    for (const Decl *D : S->decls())
      if (const auto *V = dyn_cast<VarDecl>(D); V && V->getName() == "v")
        return Scopes.isAlive(*V, callOf("here", F));
  isNoTest("no v");
}

TEST(LexicalScopes, EndWithTheirBlocks) {
  EXPECT_TRUE(lives("int v = 0; here();"));
  EXPECT_TRUE(lives("int v = 0; { here(); }"));
  EXPECT_TRUE(lives("int v = 0; while (c) { if (c) here(); }"));
  EXPECT_FALSE(lives("{ int v = 0; } here();"));
  EXPECT_FALSE(lives("if (c) { int v = 0; } else { here(); }"));
}

TEST(LexicalScopes, BeginWithTheDeclaration) {
  EXPECT_FALSE(lives("here(); int v = 0;"));
  EXPECT_FALSE(lives("while (c) { here(); int v = 0; }"));
}

TEST(LexicalScopes, HoldWhatStatementsDeclareInTheirHeads) {
  EXPECT_TRUE(lives("if (int v = make(); c) here();"));
  EXPECT_TRUE(lives("if (int v = make()) here(); "));
  EXPECT_TRUE(lives("for (int v = 0; v < 2; ++v) here();"));
  EXPECT_TRUE(lives("switch (int v = 0; v) { default: here(); }"));
  EXPECT_TRUE(lives("int all[2]; for (int v : all) here();"));
  EXPECT_FALSE(lives("if (int v = make()) c = false; here();"));
  EXPECT_FALSE(lives("for (int v = 0; v < 2; ++v) c = false; here();"));
}

TEST(LexicalScopes, KnowTheFullExpression) {
  Parsed Code("int here(int); void f() { int a = (here(1) + 2) * 3; }");
  const FunctionDecl &F = Code.function("f");
  LexicalScopes Scopes(writtenBody(F));
  EXPECT_EQ(Code.text(Scopes.fullExpression(callOf("here", F))),
            "(here(1) + 2) * 3");
}

TEST(LexicalScopes, LeaveOutWhatAnAwaitCallsOfItsAwaiter) {
  Parsed Code(
      "own::lazy<int> g(); own::lazy<int> f() { co_return co_await g(); }");
  const FunctionDecl &F = Code.function("f");
  LexicalScopes Scopes(writtenBody(F));
  const auto &Await = only<CoawaitExpr>(F);
  EXPECT_TRUE(Scopes.contains(Await, callOf("g", F)));
  EXPECT_EQ(Scopes.parentOf(*Await.getReadyExpr()), nullptr);
}

} // namespace
