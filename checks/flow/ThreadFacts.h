// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "clang/AST/ExprCXX.h"

namespace asynctidy {

/// Something that was true of the thread a coroutine ran in, and that is used
/// after a suspension.
struct StaleThreadFact {
  enum Kind {
    Reference, ///< a pointer or reference to a thread-local variable
    Identity,  ///< which thread it is
    Value,     ///< what a thread-local variable was set to
    Errno,
  } What = Reference;
  /// The local that holds it, or the thread-local variable; null for errno.
  const clang::VarDecl *Variable = nullptr;
  const clang::Stmt *SetAt = nullptr;
  const clang::CoroutineSuspendExpr *Suspension = nullptr;
  const clang::Expr *UsedAt = nullptr;
};

/// Those of the coroutine \p F: the first use of each.
std::vector<StaleThreadFact> staleThreadFactsOf(const clang::FunctionDecl &F,
                                                const Model &M);

} // namespace asynctidy
