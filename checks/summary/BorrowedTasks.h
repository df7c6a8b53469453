// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "KeptArguments.h"
#include "flow/Destination.h"

namespace asynctidy {

/// A task that outlives something it refers to.
struct BorrowedTask {
  enum Kind {
    Argument,         ///< an argument, or the object that a method is called on
    Closure,          ///< a coroutine lambda that is called
    DroppedClosure,   ///< one that Call destroys once it has returned its task
    ReferenceCapture, ///< what a started closure captures by reference
  } What = Argument;
  /// What makes the task, or starts it.
  const clang::CallExpr *Call = nullptr;
  /// The argument by which it got to know the object; for a method the object
  /// itself, and Parameter is null.
  const clang::Expr *Through = nullptr;
  const clang::ParmVarDecl *Parameter = nullptr;
  Referent Of;
  /// The object is a variable of an inner block.
  bool DiesInside = false;
  /// Whether the task keeps it, and what needs it.
  KeptArguments::Answer Kept;
  /// Where the task goes in the end: never Awaited, Kept or Elsewhere, but for
  /// a task that is kept, and then does something when the object is gone.
  Destination To;
  const clang::VarDecl *KeptIn = nullptr;
  /// Of KeptIn: the mention that is too late.
  const clang::Expr *UsedAt = nullptr;
  /// The object is given another value before UsedAt.
  const clang::Expr *ReplacedAt = nullptr;
};

/// Those that \p F makes, in the order of the text.
std::vector<BorrowedTask> borrowedTasksOf(const clang::FunctionDecl &F,
                                          const Model &M,
                                          KeptArguments &Arguments);

} // namespace asynctidy
