// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "StopArrivals.h"
#include "flow/FlowGraph.h"
#include "llvm/ADT/DenseSet.h"

namespace asynctidy {

/// Looks for a way from an await round its loop and back, on which nobody asks
/// whether to stop.
class WayRound {
public:
  /// \p Result is the variable that keeps what \p Await gives; or null.
  WayRound(const clang::CoawaitExpr &Await, const clang::VarDecl *Result,
           const FlowGraph &Graph, const Model &M, StopArrivals &Arrivals,
           const clang::FunctionDecl &F)
      : Await(Await), Result(Result), Graph(Graph), M(M), Arrivals(Arrivals),
        F(F) {}

  enum Answer { No, Unasked, Asked };
  /// \p OnlyIfAsked: only ways on which it was compared with "cancelled".
  Answer find(bool OnlyIfAsked);

private:
  using Node = std::pair<const clang::CFGBlock *, bool>;
  bool passes(const clang::Stmt &Step);
  bool visit(Node At, llvm::ArrayRef<const clang::Stmt *> Steps);
  void leave(Node At);
  void add(const clang::CFGBlock *Next, bool Knows);

  const clang::CoawaitExpr &Await;
  const clang::VarDecl *Result;
  const FlowGraph &Graph;
  const Model &M;
  StopArrivals &Arrivals;
  const clang::FunctionDecl &F;
  bool Back = false, BackKnowing = false;
  llvm::SmallVector<Node, 16> Pending;
  llvm::DenseSet<std::pair<const clang::CFGBlock *, unsigned>> Visited;
};

} // namespace asynctidy
