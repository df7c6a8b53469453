// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "clang/AST/ExprCXX.h"

namespace asynctidy {

/// A blocking lock that is held while a coroutine is suspended.
struct HeldLock {
  /// What acquires it: a construction, a call or an await.
  const clang::Expr *By = nullptr;
  /// The variable or field that holds it or that it is; null for a temporary
  /// and for what has no name.
  const clang::ValueDecl *Name = nullptr;
  struct Suspension {
    const clang::CoroutineSuspendExpr *Await;
    unsigned Lock; ///< the one of LockEvents that holds it there
  };
  /// Where the coroutine may be suspended with it.
  std::vector<Suspension> Suspensions;
};

/// The blocking locks that the coroutine \p F holds across a suspension, on
/// some path, in the order of the text.
std::vector<HeldLock> locksHeldAcrossSuspensions(const clang::FunctionDecl &F,
                                                 const Model &M);

} // namespace asynctidy
