// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "LexicalScopes.h"
#include "Ways.h"
#include "model/Model.h"
#include "clang/AST/ExprCXX.h"

namespace asynctidy {

/// A call that is awaited by \p Await, or that is a part of it, is given the
/// variable \p Name to put its error into.
struct ErrorOutput {
  const clang::CallExpr *Call = nullptr;
  const clang::Expr *Name = nullptr;
};

/// The variables that what \p Await awaits puts an error into: `read(to, ec)`,
/// `async_read(to, redirect_error(token, ec))`.
std::vector<ErrorOutput> errorOutputsOf(const clang::CoawaitExpr &Await,
                                        const Model &M);

/// Whether a branch or comparison depends on \p E; how often a `for` goes round
/// is none.
bool isTested(const clang::Expr &E, const LexicalScopes &Scopes);

/// What a function's mentions of a local variable that holds an error do: look
/// at it, give it another value, or neither.
class ErrorMentions {
public:
  ErrorMentions(const clang::VarDecl &V, const clang::Stmt &Body,
                const LexicalScopes &Scopes, const Model &M);

  /// Whether others may know it, a closure for one, and look at any time.
  bool isShared() const { return Shared; }

  /// What comes after a place, on any way.
  struct Fate {
    bool IsLookedAt = false; ///< before it has another value
    /// What gives it another value first; null if nothing does.
    const clang::Stmt *OverwrittenAt = nullptr;
  };
  Fate after(const clang::Expr &Start, const FlowGraph &Graph) const;

private:
  enum Effect { None, Look, Overwrite, Share };
  struct Reading {
    Effect What;
    const clang::Stmt *At;
  };
  Reading read(const clang::Expr &Mention) const;
  std::optional<Reading> inExpression(const clang::Expr &Around,
                                      const clang::Expr &Value,
                                      const clang::Expr &Mention) const;
  Reading inCall(const clang::CallExpr &Call, const clang::Expr &Mention) const;
  Reading onObject(const clang::CallExpr &Call,
                   const clang::CXXMethodDecl &Method,
                   const clang::Expr &Mention) const;
  Reading part(const clang::Expr &Part) const;
  const clang::CoawaitExpr *awaitAround(const clang::Expr &E) const;

  const clang::VarDecl &V;
  const LexicalScopes &Scopes;
  const Model &M;
  bool Shared = false;
  llvm::DenseMap<const clang::Stmt *, Effect> Effects; ///< by step
};

} // namespace asynctidy
