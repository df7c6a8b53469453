// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Variables that callables are kept in, to be called later.
#pragma once

#include "CallSite.h"
#include "Project.h"

namespace asynctidy {

/// Whether a variable of type \p T holds callables of which its type does not
/// tell: a function pointer, a std::function or its like, or a library's
/// container of or pointer to such. The project's own classes are no such: what
/// they call, their call operators tell.
bool holdsCallables(clang::QualType T, const Project &P);

/// The parameter, field, global or static variable whose value, or an element
/// of whose value, \p E is, maybe a copy of it: `it->second` is an element of
/// `handlers` after `auto it = handlers.find(key)`. Null where that is not to
/// be seen.
const clang::ValueDecl *variableBehind(const clang::Expr *E, const Project &P);

/// As variableBehind, of something that is going to be changed: a copy has
/// nothing to do with where it is from.
const clang::ValueDecl *changedVariable(const clang::Expr *E, const Project &P);

/// The variable that holds what \p Site calls: a function pointer, a
/// std::function or its like. Null for all other calls.
const clang::ValueDecl *calledVariable(const CallSite &Site, const Project &P);

} // namespace asynctidy
