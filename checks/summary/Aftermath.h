// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The ways on from one handler that took the signal to stop.
#pragma once

#include "CaughtSignals.h"
#include "HandlerMarks.h"
#include "flow/FlowGraph.h"
#include "flow/LexicalScopes.h"
#include "llvm/ADT/DenseSet.h"

namespace asynctidy {

/// The block where \p Handler begins; null if the graph has none.
const clang::CFGBlock *blockOfHandler(const FlowGraph &Graph,
                                      const clang::CXXCatchStmt &Handler);

/// Follows the ways on from one handler.
class Aftermath {
public:
  Aftermath(const FlowGraph &Graph, const LexicalScopes &Scopes,
            const clang::Stmt &Body, const Model &M, StopArrivals &Arrivals,
            CaughtSignal &Found)
      : Graph(Graph), Scopes(Scopes), Body(Body), M(M), Arrivals(Arrivals),
        Found(Found), Marks(*Found.Handler->getHandlerBlock()) {}

  /// Whether some way neither lets the signal through nor asks for it.
  bool follow();

private:
  /// A block, and whether the coroutine knows by then that it is to stop.
  using Node = std::pair<const clang::CFGBlock *, bool>;
  void visit(Node At);
  void leave(Node At);
  /// Whether the way goes on after \p Step.
  bool step(const clang::Stmt &Step, bool Knows);
  bool suspension(const clang::CoroutineSuspendExpr &S, bool Knows);
  void add(const clang::CFGBlock *Next, bool Knows);
  void note(CaughtSignal::Kind What, const clang::Stmt *Next, bool Knows);

  bool letsThrough(const clang::CallExpr &Call) const;
  bool keeps(const clang::Stmt &Step) const;
  bool isLookedAtLater(const clang::VarDecl &V) const;
  bool asks(const clang::Expr &Condition) const;
  const clang::CFGBlock *handlerFor(const clang::Stmt &S) const;

  const FlowGraph &Graph;
  const LexicalScopes &Scopes;
  const clang::Stmt &Body;
  const Model &M;
  StopArrivals &Arrivals;
  CaughtSignal &Found;
  HandlerMarks Marks;
  bool Any = false;
  llvm::SmallVector<Node, 16> Pending;
  llvm::DenseSet<std::pair<const clang::CFGBlock *, unsigned>> Visited;
};

} // namespace asynctidy
