// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "LockEvents.h"
#include "clang/AST/ExprCXX.h"

namespace asynctidy {

/// Reads the steps of one function for LockEvents.
class LockFinder {
public:
  LockFinder(LockEvents &Found, const LexicalScopes &Scopes, const Model &M)
      : Found(Found), Scopes(Scopes), M(M), Types(M.lockTypes()) {}

  void visit(const clang::Stmt &Step);

private:
  using Guard = LockTypes::Guard;

  void declaration(const clang::VarDecl &Variable, const clang::Stmt &Step);
  void temporary(const clang::CXXBindTemporaryExpr &Made);
  void call(const clang::CallExpr &Call);
  void member(const clang::CXXMemberCallExpr &Call, const clang::Expr &Object);
  void assignment(const clang::CXXOperatorCallExpr &Call);
  void handOver(const clang::Expr &Arg, const clang::FunctionDecl *To,
                const clang::Stmt &Step);
  void release(const AccessPath &Path, const clang::Stmt &Step);
  void releasePartsOf(const clang::Expr &Object, const clang::Stmt &Step);
  void releaseNamedIn(const clang::Stmt &Code, const clang::Stmt &Step);
  void fill(unsigned Lock, const clang::Expr &Value, const clang::Stmt &Step);
  void construct(unsigned Lock, const clang::CXXConstructExpr &Make,
                 const clang::Stmt &Step);

  /// What the arguments of a guard's constructor say, beside the mutex.
  struct GuardArguments {
    bool HasDefer = false, HasAdopt = false;
  };
  GuardArguments tagsIn(clang::CallExpr::const_arg_range Args) const;
  std::optional<unsigned> lockAt(const clang::Expr *E);
  unsigned indexOf(LockEvents::Lock L);
  void add(const clang::Stmt &Step, LockEvent Event);

  LockEvents &Found;
  const LexicalScopes &Scopes;
  const Model &M;
  const LockTypes &Types;
};

} // namespace asynctidy
