// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace asynctidy {

/// What may end a coroutine with an exception.
struct Escape {
  const clang::Expr *At = nullptr; ///< the await or throw
  /// Whose body is in another file: if it throws nothing, neither does At. Null
  /// where At does in any case.
  const clang::FunctionDecl *Unseen = nullptr;
};

/// Finds coroutines that can be seen to end with an exception: by a throw, or
/// an await that throws, outside of a handler for every error. Being cancelled
/// is no error. Silence proves nothing: an ordinary call may throw too.
class ErrorEscape {
public:
  explicit ErrorEscape(const Model &M) : M(M) {}

  /// The awaits and throws whose exceptions leave \p F: the first one for each
  /// unseen function, up to the first one that rests on none. Empty if none is
  /// to be seen. Valid as long as this object.
  llvm::ArrayRef<Escape> from(const clang::FunctionDecl &F);

private:
  using List = std::vector<Escape>;
  // Whether no more need be looked for.
  bool in(const clang::Stmt *S, const clang::FunctionDecl &F, List &Found,
          clang::QualType Caught = {});
  bool inTry(const clang::CXXTryStmt &Try, const clang::FunctionDecl &F,
             List &Found);
  bool inAwait(const clang::CoawaitExpr &Await, const clang::FunctionDecl &F,
               List &Found);
  bool isCancellation(clang::QualType Thrown) const;

  const Model &M;
  llvm::DenseMap<const clang::FunctionDecl *, List> Known;
};

} // namespace asynctidy
