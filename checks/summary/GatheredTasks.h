// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace asynctidy {

/// What a gather awaits, as far as the function that does it shows.
struct GatheredTasks {
  /// The functions whose tasks are among them.
  llvm::SmallVector<const clang::FunctionDecl *, 4> Made;
  /// The variables that are given to it, a container of tasks for one.
  llvm::SmallVector<const clang::VarDecl *, 4> Kept;
  /// Whether one of Kept is still used when the gather has been awaited.
  bool IsUsedAfter = false;
  /// Whether there may be others than those in Made.
  bool HasOthers = false;
};

/// What \p Await of \p In, which awaits a gather, is about.
GatheredTasks gatheredBy(const clang::CoawaitExpr &Await,
                         const clang::FunctionDecl &In, const Model &M);

} // namespace asynctidy
