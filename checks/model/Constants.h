// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values that can be proven without running the program: what conditions of
// rules ask about arguments.
#pragma once

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace clang {
class Preprocessor;
}

namespace asynctidy {

/// The value of the integer literal, macro, enumerator or constant variable
/// \p Name in the file at hand.
std::optional<int64_t> constantNamed(llvm::StringRef Name,
                                     const clang::ASTContext &AST,
                                     const clang::Preprocessor &PP);

/// The declaration with that qualified name, or null.
const clang::NamedDecl *findDeclaration(llvm::StringRef Name,
                                        const clang::ASTContext &AST);

/// The integer \p E always has.
std::optional<int64_t> constantValue(const clang::Expr *E,
                                     const clang::ASTContext &AST);

/// The bits that \p E has set for certain (`flags | MSG_DONTWAIT`).
uint64_t knownBits(const clang::Expr *E, const clang::ASTContext &AST);

/// Whether \p E is a duration, or an object made of one number, that is
/// provably zero or negative.
bool isZeroDuration(const clang::Expr *E, const clang::ASTContext &AST);

bool isNullPointer(const clang::Expr *E, clang::ASTContext &AST);

} // namespace asynctidy
