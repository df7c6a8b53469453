// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which expressions of a function are what one of its parameters was given.
#pragma once

#include "Numbers.h"
#include "VariableChanges.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace asynctidy {

/// The parameters and local variables of one function, as far as they keep the
/// value that they were given first. Keep it for all questions about the
/// function, since its body is looked through once.
class Parameters {
public:
  /// Those of \p F, whose body is looked at when that is first needed; of null,
  /// none.
  Parameters(const clang::FunctionDecl *F);

  /// Asked of two number types: whether a conversion between them leaves alone
  /// what somebody wants to know about the value.
  using Conversion = llvm::function_ref<bool(
      clang::QualType From, clang::QualType To, const clang::ASTContext &)>;

  /// The parameter whose first value \p E has: through casts that \p Allowed
  /// allows, copies, std::move and std::forward, and local variables. A number
  /// of ticks stands for a duration and the other way around, and a duration
  /// for itself in smaller units. Null: none.
  const clang::ParmVarDecl *passedOn(const clang::Expr *E,
                                     Conversion Allowed = keepsAllValues) const;

  /// What the variable that \p E names, and nothing else, always has: its
  /// initializer. Null for parameters, and for variables that may change.
  const clang::Expr *initializerOf(const clang::Expr *E) const;

private:
  const VariableChanges &changes() const;

  const clang::FunctionDecl *F = nullptr;
  mutable std::optional<VariableChanges> Changes;
};

} // namespace asynctidy
