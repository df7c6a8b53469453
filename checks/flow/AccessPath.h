// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"

namespace asynctidy {

/// The name of an object: `lock`, `this->state.mutex`, `*session->lock`. Two
/// expressions with the same path mean the same object, as long as the pointers
/// on the way stay what they are.
struct AccessPath {
  /// Null for `this`.
  const clang::ValueDecl *Root = nullptr;
  llvm::SmallVector<const clang::ValueDecl *, 2> Fields;

  bool operator==(const AccessPath &Other) const {
    return Root == Other.Root && Fields == Other.Fields;
  }

  /// Whether \p Other is the same object, or a part of it.
  bool includes(const AccessPath &Other) const;

  /// The variable that the object is, or is a part of; null where it is reached
  /// by a pointer or reference, or is not local.
  const clang::VarDecl *localVariable() const;

  /// The path of \p E; looks through std::move, std::ref, `&` and what an
  /// optional or a smart pointer holds. Nothing where \p E has no name.
  static std::optional<AccessPath> of(const clang::Expr *E);
};

} // namespace asynctidy
