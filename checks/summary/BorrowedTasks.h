// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "KeptArguments.h"
#include "flow/Destination.h"

namespace asynctidy {

/// A task that outlives something it refers to.
struct BorrowedTask {
  /// What makes the task, or starts it.
  const clang::CallExpr *Call = nullptr;
  /// The argument by which it got to know the object; for a method the object
  /// itself, and Parameter is null.
  const clang::Expr *Through = nullptr;
  const clang::ParmVarDecl *Parameter = nullptr;
  Referent Of;
  /// Whether it is the closure of a coroutine lambda that is called.
  bool IsCoroutineClosure = false;
  /// Whether it is a closure that is started, and captures the object by
  /// reference.
  bool IsReferenceCapture = false;
  /// The object is a variable of an inner block.
  bool DiesInside = false;
  /// Whether the task keeps it is not to be seen, only likely.
  bool IsAssumed = false;
  /// Whether the object is certain to be needed after the first suspension.
  bool NeededLater = false;
  /// Where the task goes in the end: never Awaited, Kept or Elsewhere, but for
  /// a task that is kept, and then does something when the object is gone.
  Destination To;
  const clang::VarDecl *KeptIn = nullptr;
  /// Of KeptIn: the mention that is too late.
  const clang::Expr *UsedAt = nullptr;
  /// The object is given another value before UsedAt.
  const clang::Expr *ReplacedAt = nullptr;
  /// The object is a closure that Call destroys once it has returned its task.
  bool DiesAfterCall = false;
  /// What looks at the object, in the function that is called; or null.
  const clang::Stmt *NeededAt = nullptr;
};

/// Those that \p F makes, in the order of the text.
std::vector<BorrowedTask> borrowedTasksOf(const clang::FunctionDecl &F,
                                          const Model &M,
                                          KeptArguments &Arguments);

} // namespace asynctidy
