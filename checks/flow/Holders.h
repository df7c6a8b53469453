// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types that do nothing with a value but keep it, and what their members do.
#pragma once

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"
#include <optional>

namespace asynctidy {

/// Whether \p T only holds values: an optional, a container, a pair of the
/// standard library, a structure without constructors, an array.
bool isHolder(clang::QualType T);

/// Whether what is put into a \p T replaces what was there.
bool holdsOne(clang::QualType T);

/// Whether calling \p F on something only asks a small question of it.
bool isQuery(const clang::CXXMethodDecl &F);

/// Whether \p F tells whether something is held at all, and which answer means
/// so.
std::optional<bool> answerIfHeld(const clang::FunctionDecl &F);

/// What a member function of a holder does, by its name in the standard
/// library: throws values away, puts some in, or neither looks at them nor
/// gives them out.
bool clears(const clang::FunctionDecl &F);
bool fills(const clang::FunctionDecl &F);
bool onlyPrepares(const clang::FunctionDecl &F);

/// Whether \p F is a function of the standard library that makes a holder of
/// what it is given.
bool wraps(const clang::FunctionDecl &F);

} // namespace asynctidy
