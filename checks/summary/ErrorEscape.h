// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Finding.h"
#include "RecursiveResults.h"
#include "model/Model.h"
#include "llvm/ADT/ArrayRef.h"

namespace asynctidy {

/// What may end a coroutine with an exception.
struct Escape {
  const clang::Expr *At = nullptr; ///< the await or throw
  /// Whose body is in another file: if it throws nothing, neither does At. Null
  /// where At does in any case.
  const clang::FunctionDecl *Unseen = nullptr;
};

/// What is to be said where \p Escapes sends an exception out of \p F.
Step escapeStep(const clang::Expr &Escapes, const clang::FunctionDecl &F);

/// Finds coroutines that can be seen to end with an exception: by a throw, or
/// an await that throws, outside of a handler for every error. Being cancelled
/// is no error. Silence proves nothing: an ordinary call may throw too.
class ErrorEscape {
public:
  explicit ErrorEscape(const Model &M) : M(M) {}

  /// The awaits and throws whose exceptions leave \p F: the first one for each
  /// unseen function, up to the first one that rests on none. Empty if none is
  /// to be seen. Valid until the next call.
  llvm::ArrayRef<Escape> from(const clang::FunctionDecl &F);

  /// Whether there may be more than from gives.
  bool isCut(const clang::FunctionDecl &F) const { return Known.isCut(F); }

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
  RecursiveResults<List> Known;
};

} // namespace asynctidy
