// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How code asks whether it is to stop.
#pragma once

#include "clang/AST/Expr.h"
#include <optional>

namespace asynctidy {

class Model;

/// Whether the name of \p D is about cancelling: `operation_aborted`,
/// `stop_requested`.
bool saysStop(const clang::NamedDecl &D);

/// Whether \p E, a condition, has to do with whether somebody wants this
/// coroutine to stop: a query of a rule, or a name that says so.
bool asksToStop(const clang::Expr &E, const Model &M);

/// Whether \p E compares something with a code that says "cancelled", by its
/// name or by a rule; if so, whether it holds for that code.
std::optional<bool> comparesWithStop(const clang::Expr &E, const Model &M);

/// Whether \p E compares an error code with a constant that says something
/// else ("end of file"); if so, whether it holds for that.
std::optional<bool> comparesWithOtherError(const clang::Expr &E);

} // namespace asynctidy
