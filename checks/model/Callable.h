// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "RuleMatcher.h"

namespace asynctidy {

/// What \p E, used as a callable, runs when it is called: a function, a
/// closure's call operator, or a function object's. Looks through local
/// variables and at most \p Wrappers wrappers that rules say call what they
/// wrap. Null when that is not to be seen.
const clang::FunctionDecl *callableOf(const clang::Expr *E,
                                      const RuleMatcher &Rules,
                                      unsigned Wrappers = 8);

/// The callable that \p E, a call or construction, wraps, as a rule says; null
/// for all others.
const clang::Expr *wrappedCallable(const clang::Expr &E,
                                   const RuleMatcher &Rules);

/// The function whose body \p Started, a task or a callable, runs. Looks
/// through at most \p Wrappers calls that say where it shall run. Null when its
/// body is not to be seen.
const clang::FunctionDecl *startedBy(const clang::Expr *Started,
                                     const RuleMatcher &Rules,
                                     unsigned Wrappers = 8);

/// The function that \p Started calls or names, though its body may be in
/// another file; null where that is not to be seen.
const clang::FunctionDecl *namedBy(const clang::Expr *Started,
                                   const RuleMatcher &Rules);

} // namespace asynctidy
