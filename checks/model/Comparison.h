// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/ExprCXX.h"
#include <optional>

namespace asynctidy {

/// `a == b` or `a != b`, whichever operator that is.
struct Comparison {
  const clang::Expr *Left = nullptr, *Right = nullptr;
  bool ForEqual = true; ///< it holds where both are equal
};

/// What \p E compares; nothing where it is no comparison.
std::optional<Comparison> comparisonOf(const clang::Expr &E);

} // namespace asynctidy
