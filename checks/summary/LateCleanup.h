// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "StopArrivals.h"

namespace asynctidy {

/// What a coroutine awaits to clean up after a handler took the signal to stop,
/// where the library throws that signal again at once.
struct LateCleanup {
  const clang::CXXCatchStmt *Handler = nullptr;
  StopSignal Signal;
  /// The await in the try that throws it.
  const clang::CoawaitExpr *At = nullptr;
  /// The await that fails.
  const clang::CoawaitExpr *Cleanup = nullptr;
  /// What asks for it to be stopped, where that is an object: the token that
  /// both awaits were given.
  const clang::ValueDecl *Token = nullptr;
};

/// Those of the coroutine \p F, one for each handler.
std::vector<LateCleanup> lateCleanupsOf(const clang::FunctionDecl &F,
                                        const Model &M, StopArrivals &Arrivals);

} // namespace asynctidy
