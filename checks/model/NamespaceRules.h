// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Catalogue.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy {

/// Finds the rule entries about all that is declared in a namespace. It is
/// asked about every call, so the answer for each namespace is kept.
class NamespaceRules {
public:
  NamespaceRules(const Catalogue &Rules, Role R);

  /// The entry about the innermost namespace around \p D that has one; null if
  /// none has.
  const RuleEntry *find(const clang::Decl &D) const;

private:
  const RuleEntry *entryOf(const clang::NamespaceDecl &Space) const;

  llvm::StringMap<const RuleEntry *> Entries; ///< by the namespace's name
  mutable llvm::DenseMap<const clang::NamespaceDecl *, const RuleEntry *> Known;
};

} // namespace asynctidy
