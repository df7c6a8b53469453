// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where a function starts, or collects, as many tasks as it is given things to
// do, and nothing keeps the number down.
#pragma once

#include "flow/Growth.h"
#include "model/Starts.h"

namespace asynctidy {

/// What only a project can tell.
struct FanOutOptions {
  std::vector<std::string> Domains; ///< words: there are only so many of it
  std::string BoundingFunctions;    ///< globs
};

/// More and more tasks at once.
struct FanOut {
  /// The call that starts or makes the task, that gathers a range of them, or
  /// that calls Helper, in which they are started.
  const clang::Expr *At = nullptr;
  const clang::FunctionDecl *Child = nullptr; ///< may be unknown
  Growth With;
  bool IsRecursive = false; ///< the function starts itself, again and again
  const clang::Stmt *Loop = nullptr;
  /// Of tasks that are collected: what awaits them all.
  const clang::Expr *Gather = nullptr;
  const clang::FunctionDecl *Helper = nullptr;
  const clang::Expr *StartInHelper = nullptr;
  /// Awaits a permit that is given back too soon to bound anything.
  const clang::Expr *DroppedPermit = nullptr;
  /// What Child awaits, so that only so many work at once.
  const clang::Expr *BoundInChild = nullptr;
  /// What is awaited in Loop and has its body in another file: if it waits for
  /// a place there, that bounds the number.
  std::vector<const clang::FunctionDecl *> Unseen;
};

/// Those of \p F, in the order of the text.
std::vector<FanOut> fanOutsOf(const clang::FunctionDecl &F, const Model &M,
                              const FanOutOptions &Options);

} // namespace asynctidy
