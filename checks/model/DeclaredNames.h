// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether the names of rules mean something in a translation unit: what a rule
// file's author wants to know before users do.
#pragma once

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <string>

namespace clang {
class ASTContext;
class DeclContext;
class NamedDecl;
class Preprocessor;
} // namespace clang

namespace asynctidy {

/// What one translation unit declares, asked for by the names that rules use:
/// absolute, without inline namespaces, template arguments and parameters.
class DeclaredNames {
public:
  DeclaredNames(const clang::ASTContext &AST, const clang::Preprocessor &PP);

  /// Whether there is a function, constructor, destructor, operator or function
  /// object of that name; methods may be inherited.
  bool hasFunction(llvm::StringRef Name) const;
  /// Whether there is a class, enumeration or typedef of that name.
  bool hasType(llvm::StringRef Name) const;
  /// Whether there is a namespace of that name, which is not inline.
  bool hasNamespace(llvm::StringRef Name) const;
  /// Whether there is a variable or function of that name.
  bool hasObject(llvm::StringRef Name) const;
  /// Whether there is a macro or enumerator of that name, wherever its
  /// enumeration stands, or a variable or an integer.
  bool hasConstant(llvm::StringRef Name) const;

  /// The name in the same scope that is most like \p Name; empty if none is.
  std::string nearestTo(llvm::StringRef Name) const;

private:
  using Scopes = llvm::SmallVector<const clang::DeclContext *, 4>;
  using Seen = llvm::SmallPtrSet<const clang::DeclContext *, 8>;
  using Found = llvm::SmallVector<const clang::NamedDecl *, 8>;

  Scopes scopesNamed(llvm::StringRef Name) const;
  Found lookup(llvm::StringRef Name) const;
  /// Adds to \p Result what \p Scope or, if nothing there, its bases declare.
  void lookupIn(const clang::DeclContext &Scope, llvm::StringRef Part,
                Seen &Done, Found &Result) const;

  const clang::ASTContext &AST;
  const clang::Preprocessor &PP;
  llvm::StringSet<> Enumerators; ///< their own names
  llvm::StringSet<> Friends;     ///< functions that only argument lookup finds
};

} // namespace asynctidy
