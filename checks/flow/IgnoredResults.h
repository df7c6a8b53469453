// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "clang/AST/ExprCXX.h"

namespace asynctidy {

/// An await that tells of an error by a value, at which nobody looks.
struct IgnoredResult {
  enum Kind {
    Discarded,  ///< a statement of its own
    Binding,    ///< Name, of a structured binding, is never mentioned
    Variable,   ///< Name is given the result
    Redirected, ///< what is awaited puts its error into Name
  } How = Discarded;
  const clang::CoawaitExpr *Await = nullptr;
  /// The variable or binding that has the error; null for Discarded.
  const clang::ValueDecl *Name = nullptr;
  /// Of what has the error: the result, the binding, the variable.
  clang::QualType Type;
  /// What gives Name another value, where it is used for more than one await.
  const clang::Stmt *OverwrittenAt = nullptr;
  /// Whether the coroutine does nothing more after it but end.
  bool IsLast = false;
  /// The innermost loop around the await, if that never ends by itself.
  const clang::Stmt *EndlessLoop = nullptr;
};

/// Those of the coroutine \p F, in the order of the text. A look on one way
/// through it is enough, unless another error has come in its place by then.
/// Left out is what says that it is meant: `(void)`, `std::ignore`,
/// [[maybe_unused]].
std::vector<IgnoredResult> ignoredResultsOf(const clang::FunctionDecl &F,
                                            Model &M);

/// Whether awaiting \p Await gives errors as a value, by its type or by a rule.
bool givesError(const clang::CoawaitExpr &Await, const Model &M);

} // namespace asynctidy
