// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a coroutine does after one of its handlers has taken the signal to stop
// for an error.
#pragma once

#include "StopArrivals.h"

namespace asynctidy {

struct CaughtSignal {
  /// The worst that some path from the handler leads to.
  enum Kind {
    Returns,  ///< the coroutine ends as if nothing had been
    GoesOn,   ///< it is suspended for other work
    TriesOver ///< it is in the same try again
  } What = Returns;
  const clang::CXXTryStmt *Try = nullptr;
  const clang::CXXCatchStmt *Handler = nullptr;
  StopSignal Signal;
  /// The await in the try that throws it.
  const clang::CoawaitExpr *At = nullptr;
  /// Of TriesOver: the loop around the try, or null. Of GoesOn: the
  /// suspension. Of Returns: the co_return, or null where the body ends.
  const clang::Stmt *Next = nullptr;
  /// The handler has found out that it was the signal, and goes on anyway.
  bool Asked = false;
  /// What the handler calls and has its body in another file: if one of them
  /// lets the signal through, so does the handler.
  std::vector<const clang::FunctionDecl *> Unseen;
};

/// Those of the coroutine \p F, in the order of the text: one for each handler
/// that takes a signal, and from which some path neither lets it through nor
/// asks whether it was one.
std::vector<CaughtSignal> caughtSignalsOf(const clang::FunctionDecl &F,
                                          const Model &M,
                                          StopArrivals &Arrivals);

/// Whether \p Try is the project's own, not what a library's macro makes.
bool isWritten(const clang::CXXTryStmt &Try, const Model &M);

} // namespace asynctidy
