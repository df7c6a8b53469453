// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How ValueUses reads a body: every statement and expression, each with what is
// done with its value.
#pragma once

#include "ValueUses.h"
#include "llvm/ADT/SmallVector.h"

namespace asynctidy {

/// Fills in one ValueUses. Calls and what else makes objects is in
/// UseFinderCalls.cpp.
class UseFinder {
public:
  UseFinder(ValueUses &Found, const clang::Stmt &Body, const Model &M,
            bool Doubts)
      : Found(Found), Body(Body), M(M), Doubts(Doubts) {}

  void statement(const clang::Stmt *S);

private:
  void visit(const clang::Stmt &S);
  void choice(const clang::IfStmt &If);
  void loop(const clang::CXXForRangeStmt &Loop);
  void declaration(const clang::VarDecl &Variable);
  void begin(const clang::ValueDecl &Variable);

  void expression(const clang::Expr *E, Use U);
  void expressions(const clang::Stmt &Parent);
  void handOn(const clang::Expr *E, const clang::Expr *By);
  void operation(const clang::BinaryOperator &Binary, Use U);
  void block(const clang::StmtExpr &Block, Use U);
  void note(const clang::Expr &E, const Use &U);

  void making(const clang::Expr &E, Use U);
  void call(const clang::CallExpr &Call, Use U);
  void arguments(const clang::CallExpr &Call);
  bool mayLeaveUnread(const clang::FunctionDecl &Callee, unsigned Index) const;
  bool assignment(const clang::CXXOperatorCallExpr &Call);
  bool onHolder(const clang::CXXMemberCallExpr &Call);
  void receiver(const clang::CXXMemberCallExpr &Call);
  void construction(const clang::CXXConstructExpr &Make, Use U);
  void members(clang::QualType T, llvm::ArrayRef<clang::Expr *> Inits, Use U);
  void list(const clang::InitListExpr &List, Use U);
  void parts(llvm::iterator_range<clang::CallExpr::const_arg_iterator> Args,
             Use U);
  void lambda(const clang::LambdaExpr &Lambda);

  ValueUses &Found;
  const clang::Stmt &Body;
  const Model &M;
  const bool Doubts;
  llvm::SmallVector<const clang::Stmt *, 4> Loops,
      Blocks; ///< around this place
  /// How many loops are around a variable.
  llvm::DenseMap<const clang::ValueDecl *, unsigned> LoopsAround;
};

} // namespace asynctidy
