// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a declaration is called, for rules and for messages. Clang's own
// printed names are no key: they hold template arguments and sometimes an
// inline namespace.
#pragma once

#include "RuleNames.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy {

/// "sleep_for", "basic_ifstream" for a constructor, "~future", "operator>>".
std::string lastPart(const clang::NamedDecl &D);

/// "std::this_thread::sleep_for": the enclosing namespaces and classes, inline
/// and anonymous ones left out, without template arguments.
std::string qualifiedName(const clang::NamedDecl &D);

/// How a message calls the function: "lambda" for a closure, the class for a
/// constructor or destructor, else the qualified name.
std::string messageName(const clang::FunctionDecl &F);
/// The named function that the code of \p F stands in: the one around a
/// closure, else itself. "operator()" with its class or namespace for a closure
/// that is in none.
std::string enclosingName(const clang::FunctionDecl &F);
/// How a message calls the type: the typedef as written, else the class.
std::string messageName(clang::QualType T);

/// Whether one of \p Words (lower case) is a word of the identifier \p Name:
/// `lock` is one of `scoped_lock` and `ScopedLock`, but not of `clock`.
bool hasWord(llvm::StringRef Name, llvm::ArrayRef<llvm::StringLiteral> Words);

/// Calls \p Use with every word, in lower case, of the identifier \p Name.
void forEachWord(llvm::StringRef Name,
                 llvm::function_ref<void(llvm::StringRef)> Use);

/// Whether \p T, through references, pointers and typedefs, is the class,
/// enumeration or typedef \p Name, or is derived from that class.
bool typeIs(clang::QualType T, llvm::StringRef Name);
/// Whether \p T is written as the typedef \p Name, or as one made from it.
bool isTypedef(clang::QualType T, llvm::StringRef Name);
/// Whether typeIs holds for \p T or for a template argument at any depth.
bool typeMentions(clang::QualType T, llvm::StringRef Name);

/// The types among the arguments of the class template that \p T is made of,
/// packs unfolded; none for other types.
llvm::SmallVector<clang::QualType, 2> typeArguments(clang::QualType T);

/// Whether \p T, through references, is the class of a closure.
bool isClosure(clang::QualType T);

/// The class of \p T through references and pointers, with its definition if
/// there is one; null for anything else.
const clang::CXXRecordDecl *recordOf(clang::QualType T);

} // namespace asynctidy
