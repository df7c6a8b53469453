// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include <optional>

namespace asynctidy {

/// `a < b`, `a == b` and so on, whichever operator that is.
struct Relation {
  const clang::Expr *Left, *Right;
  clang::BinaryOperatorKind Op;
};

/// What \p E relates; nothing where it is no comparison that gives a bool.
std::optional<Relation> relationOf(const clang::Expr &E);

/// What \p E asks the truth of: without casts that change no truth, and without
/// `__builtin_expect(E, 1)`.
const clang::Expr *askedFor(const clang::Expr *E, const clang::ASTContext &AST);

} // namespace asynctidy
