// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMapInfo.h"

namespace asynctidy {

/// Where a value can be kept inside of a function: a local variable, parameter
/// or structured binding, or a member of a local aggregate.
struct Place {
  const clang::ValueDecl *Variable = nullptr;
  const clang::FieldDecl *Field = nullptr; ///< null: all of the variable

  /// The place \p E mentions; none for other expressions.
  static Place of(const clang::Expr *E);

  /// What a structured binding names: a member of the hidden variable, or for
  /// tuples and arrays a variable of its own.
  static Place of(const clang::BindingDecl &Binding);

  explicit operator bool() const { return Variable; }
  bool operator==(const Place &Other) const {
    return Variable == Other.Variable && Field == Other.Field;
  }
};

/// Whether \p Variable is a reference to a temporary that lives as long.
bool keepsTemporary(const clang::VarDecl &Variable);

} // namespace asynctidy

namespace llvm {
template <> struct DenseMapInfo<asynctidy::Place> {
  using Pair = DenseMapInfo<std::pair<const void *, const void *>>;
  static asynctidy::Place getEmptyKey() {
    return {DenseMapInfo<const clang::ValueDecl *>::getEmptyKey(), nullptr};
  }
  static asynctidy::Place getTombstoneKey() {
    return {DenseMapInfo<const clang::ValueDecl *>::getTombstoneKey(), nullptr};
  }
  static unsigned getHashValue(const asynctidy::Place &P) {
    return Pair::getHashValue({P.Variable, P.Field});
  }
  static bool isEqual(const asynctidy::Place &A, const asynctidy::Place &B) {
    return A == B;
  }
};
} // namespace llvm
