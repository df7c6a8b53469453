// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How code asks whether it is to stop.
#pragma once

#include "clang/AST/ExprCXX.h"
#include <optional>

namespace asynctidy {

class Model;
class RuleMatcher;

/// Whether the name of \p D is about cancelling: `operation_aborted`,
/// `stop_requested`.
bool saysStop(const clang::NamedDecl &D);

/// Whether \p E, a condition, has to do with whether somebody wants this
/// coroutine to stop: a query of a rule, or a name that says so.
bool asksToStop(const clang::Expr &E, const Model &M);

/// What a condition is for somebody who was cancelled.
struct StopAnswer {
  bool Holds = false;
  /// It asks for "cancelled" itself, not only for some other error.
  bool Asks = false;
};

/// What \p E, which compares error codes with constants, is for the code that
/// says "cancelled", by its name or by a rule; nothing where that is not known.
std::optional<StopAnswer> answerToStop(const clang::Expr &E, const Model &M);

/// Whether the name of what \p Await awaits says that it cleans up.
bool cleansUp(const clang::CoawaitExpr &Await, const RuleMatcher &Rules);

} // namespace asynctidy
