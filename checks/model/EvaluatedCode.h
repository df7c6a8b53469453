// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CallSite.h"
#include "RuleMatcher.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace asynctidy {

/// Calls \p Visit for every call site that is evaluated when \p R runs, in the
/// order of the text: calls, constructions, destructions, operators, default
/// arguments, the awaiter's members of a co_await.
///
/// Not evaluated, and so not visited: operands of sizeof, decltype, noexcept
/// and requires; arms that a constant condition rules out; the bodies of
/// closures, unless the closure is called on the spot or handed to a function
/// that a rule says calls it at once.
void forEachCallSite(Routine R, const RuleMatcher &Rules,
                     const clang::ASTContext &AST,
                     llvm::function_ref<void(const CallSite &)> Visit);

} // namespace asynctidy
