// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"

namespace asynctidy {

/// What stands inside of what in a function's written body, closures' bodies
/// left out. An object lives where the text says, so that no graph is needed to
/// know whether it does at some expression.
class LexicalScopes {
public:
  explicit LexicalScopes(const clang::Stmt &Body);

  /// Whether \p S stands in \p Outer.
  bool contains(const clang::Stmt &Outer, const clang::Stmt &S) const;

  /// Whether the local variable \p V lives at \p S: it is declared before, in
  /// a block around it. Parameters, and what is not of this body, always do.
  bool isAlive(const clang::VarDecl &V, const clang::Stmt &S) const;

  /// Whether \p A begins before \p B in the text.
  bool isBefore(const clang::Stmt &A, const clang::Stmt &B) const {
    return Positions.lookup(&A) < Positions.lookup(&B);
  }

  /// Whether only one of \p A and \p B is evaluated: they are in different
  /// branches.
  bool areAlternatives(const clang::Expr &A, const clang::Expr &B) const;

  /// What stands right around \p S; null for the body.
  const clang::Stmt *parentOf(const clang::Stmt &S) const {
    return Parents.lookup(&S);
  }

  /// The full-expression \p E is in: its temporaries live until its end.
  const clang::Expr &fullExpression(const clang::Expr &E) const;

  /// The statement at whose end \p V dies; null for parameters, statics and
  /// what is not of this body.
  const clang::Stmt *scopeOf(const clang::VarDecl &V) const {
    return Declared.lookup(&V).Scope;
  }

private:
  struct Place {
    const clang::Stmt *Scope = nullptr;
    unsigned Position = 0;
  };
  void enter(const clang::Stmt &S, const clang::Stmt *Parent,
             const clang::Stmt *Scope);
  void declare(const clang::Stmt &S, const clang::Stmt *Scope);

  llvm::DenseMap<const clang::Stmt *, const clang::Stmt *> Parents;
  llvm::DenseMap<const clang::Stmt *, unsigned> Positions; ///< in the text
  llvm::DenseMap<const clang::VarDecl *, Place> Declared;
};

} // namespace asynctidy
