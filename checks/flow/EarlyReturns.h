// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "clang/AST/StmtCXX.h"

namespace asynctidy {

/// A lazy task that an ordinary function returns out of a scope which is only
/// there for it.
struct EarlyReturn {
  /// The call that makes the task.
  const clang::CallExpr *Task = nullptr;
  /// The try around it, whose handlers could only be for it; or null.
  const clang::CXXTryStmt *Try = nullptr;
  /// The guard that guards nothing else; or null.
  const clang::VarDecl *Guard = nullptr;
};

/// Those of \p F, in the order of the text.
std::vector<EarlyReturn> earlyReturnsOf(const clang::FunctionDecl &F,
                                        const Model &M);

} // namespace asynctidy
