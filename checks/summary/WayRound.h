// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "StopArrivals.h"
#include "flow/Ways.h"

namespace asynctidy {

/// Looks for a way from an await round its loop and back, on which nobody asks
/// whether to stop.
class WayRound {
public:
  /// \p Result is the variable that keeps what \p Await gives; or null.
  WayRound(const clang::CoawaitExpr &Await, const clang::VarDecl *Result,
           const FlowGraph &Graph, const Model &M, StopArrivals &Arrivals,
           const clang::FunctionDecl &F)
      : Await(Await), Result(Result), M(M), Arrivals(Arrivals), F(F),
        On(Graph) {}

  enum Answer { No, Unasked, Asked };
  /// \p OnlyIfAsked: only ways on which it was compared with "cancelled".
  Answer find(bool OnlyIfAsked);

private:
  // What Ways asks for. The mark: it was compared with "cancelled", and is.
  friend class Ways;
  bool step(const clang::Stmt &Step, bool Knows);
  void leave(const clang::CFGBlock &Block, bool Knows);

  const clang::CoawaitExpr &Await;
  const clang::VarDecl *Result;
  const Model &M;
  StopArrivals &Arrivals;
  const clang::FunctionDecl &F;
  Ways On;
  bool Back = false, BackKnowing = false;
};

} // namespace asynctidy
