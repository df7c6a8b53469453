// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Expr.h"
#include <optional>

namespace asynctidy {

class Model;

/// One step that marks something for others, or takes the mark back.
struct MarkChange {
  enum Kind {
    Flag,    ///< a truth value that keeps a second one out
    Counter, ///< counted up and down
    Permit,  ///< a lock or permit without a guard
  } What = Flag;
  const clang::Expr *Of = nullptr; ///< the flag, number, lock
  bool Sets = false;
  /// It also tells what the flag was, so that nobody has to ask before.
  bool Asks = false;
};

/// The change that evaluating \p S itself, not its operands, makes: `busy =
/// true`, `busy.exchange(true)`, `++users`, `users -= n`, `co_await
/// places.acquire()` that gives no guard, `places.release()`.
std::optional<MarkChange> markChangeBy(const clang::Stmt &S, const Model &M);

} // namespace asynctidy
