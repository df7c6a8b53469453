// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "clang/AST/ExprCXX.h"

namespace asynctidy {

/// `const auto &r = co_await task();`, where what comes back is a reference
/// into the task or its awaiter, which is a temporary.
struct DanglingResult {
  const clang::CoawaitExpr *Await = nullptr;
  const clang::VarDecl *Variable = nullptr;
  /// The first use of Variable; null in the head of a range-for.
  const clang::Expr *UsedAt = nullptr;
};

/// Those of the coroutine \p F, in the order of the text.
std::vector<DanglingResult> danglingResultsOf(const clang::FunctionDecl &F,
                                              const Model &M);

} // namespace asynctidy
