// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "llvm/ADT/DenseMap.h"

namespace asynctidy {

/// Finds coroutines that can be seen to end with an exception: by a throw, or
/// an await that throws, outside of a handler for every error. Being cancelled
/// is no error. Silence proves nothing: an ordinary call may throw too.
class ErrorEscape {
public:
  explicit ErrorEscape(const Model &M) : M(M) {}

  /// The first await or throw whose exception leaves \p F; null if none is to
  /// be seen.
  const clang::Expr *from(const clang::FunctionDecl &F);

private:
  const clang::Expr *in(const clang::Stmt *S, const clang::FunctionDecl &F,
                        clang::QualType Caught = {});
  bool isCancellation(clang::QualType Thrown) const;
  const clang::Expr *inTry(const clang::CXXTryStmt &Try,
                           const clang::FunctionDecl &F);
  bool throws(const clang::CoawaitExpr &Await, const clang::FunctionDecl &F);

  const Model &M;
  llvm::DenseMap<const clang::FunctionDecl *, const clang::Expr *> Known;
};

} // namespace asynctidy
