// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Decl.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace asynctidy {

/// Which parameters and local variables of one function keep the value that
/// they are given first.
class VariableChanges {
public:
  /// Looks through the definition \p F with the closures in it.
  explicit VariableChanges(const clang::FunctionDecl &F);

  /// Whether \p V is only ever read: it is not assigned, nothing else can refer
  /// to it, and of a reference nobody changes what it refers to. What is moved
  /// from is not read any more. Callables may be handed on by reference.
  bool keepsValue(const clang::VarDecl &V) const;

private:
  /// All that something else is done with than reading.
  llvm::SmallPtrSet<const clang::VarDecl *, 8> Touched;
  /// What is assigned to by name, changed by a method of its own, or pointed
  /// to.
  llvm::SmallPtrSet<const clang::VarDecl *, 8> Assigned;
};

/// Whether objects of type \p T, through references, can be called: closures,
/// and classes with a call operator. Function pointers are not meant.
bool isCallableObject(clang::QualType T);

/// As isCallableObject, and functions and pointers to functions are meant too.
bool isCallable(clang::QualType T);

} // namespace asynctidy
