// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types whose values are numbers to us, integers and durations, and what
// becomes of a number where one type is converted to another.
#pragma once

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include <cstdint>
#include <optional>

namespace asynctidy {

/// Whether \p T is an integer, bool or enumeration type whose values are
/// compared as int64_t, as they are.
bool isNumber(clang::QualType T, const clang::ASTContext &AST);

/// Whether the number type \p T has the value \p Value.
bool hasValue(clang::QualType T, int64_t Value, const clang::ASTContext &AST);

/// Whether converting one number type to another changes no value.
bool keepsAllValues(clang::QualType From, clang::QualType To,
                    const clang::ASTContext &AST);

/// Whether \p T, through references, is a std::chrono::duration.
bool isDuration(clang::QualType T);

/// The number in a constant: an integer, a floating point number, or an object
/// that is made of one. Zero is exact and the sign is right; what has no
/// integer value is rounded away from zero. Of an object that is made of
/// several numbers 0 or -1, where all are zero or some are negative and none
/// positive; else nothing.
std::optional<int64_t> constantTicks(const clang::Expr *E,
                                     const clang::ASTContext &AST);

} // namespace asynctidy
