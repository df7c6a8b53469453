// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the signal to stop can come out of the parts of a coroutine.
#pragma once

#include "model/Model.h"
#include "model/StopSignals.h"
#include "llvm/ADT/DenseMap.h"

namespace asynctidy {

/// A signal, and the first await, in the text, that throws it.
struct StopArrival {
  StopSignal Signal;
  const clang::CoawaitExpr *At = nullptr;
};

class StopArrivals {
public:
  using List = llvm::SmallVector<StopArrival, 2>;

  explicit StopArrivals(const Model &M) : M(M), Signals(M) {}

  /// The signals that leave \p S, a part of the coroutine \p In. What no
  /// handler in \p S keeps, and the awaited coroutines, where their bodies are
  /// to be seen, let out.
  List from(const clang::Stmt &S, const clang::FunctionDecl &In);

  /// Whether \p Call, in a handler, throws what is being handled on, hands it
  /// to somebody, or never returns.
  bool letsThrough(const clang::CallExpr &Call);
  /// Whether \p Call hands the exception that is being handled to somebody.
  static bool handsOn(const clang::CallExpr &Call);

  /// Whether \p Shown, which has a body, ends the program, whatever happens.
  static bool endsProgram(const clang::FunctionDecl &Shown);

  /// Whether a handler that calls \p Shown, which has a body, lets it through
  /// by that.
  bool isSentOnBy(const clang::FunctionDecl &Shown) {
    return isSentOnBy(Shown, MaxDepth);
  }

  /// Whether \p Handler, what is called with an exception, throws it on or
  /// hands it to somebody.
  bool maySendOn(const clang::Stmt &Handler) {
    return mayThrowOn(Handler, MaxDepth);
  }

private:
  static constexpr unsigned MaxDepth = 3; ///< of helpers that call helpers
  List fromAwait(const clang::CoawaitExpr &Await,
                 const clang::FunctionDecl &In);
  List fromTry(const clang::CXXTryStmt &Try, const clang::FunctionDecl &In);
  List fromCoroutine(const clang::FunctionDecl &F);
  bool mayThrowOn(const clang::Stmt &S, unsigned Depth);
  bool isSentOnBy(const clang::FunctionDecl &Shown, unsigned Depth);
  bool letsThrough(const clang::CallExpr &Call, unsigned Depth);

  const Model &M;
  StopSignals Signals;
  llvm::DenseMap<const clang::FunctionDecl *, List> Known;
};

} // namespace asynctidy
