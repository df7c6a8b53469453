// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The ways on from one handler that took the signal to stop.
#pragma once

#include "CaughtSignals.h"
#include "HandlerMarks.h"
#include "flow/LexicalScopes.h"
#include "flow/Ways.h"

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
        Found(Found), Marks(*Found.Try, *Found.Handler, Body, Scopes),
        On(Graph) {}

  /// From now on, the handler's calls of functions whose bodies are in other
  /// files are taken to let the signal through. Else they do not, and are noted
  /// down.
  void doubt() { Doubts = true; }

  /// Whether some way neither lets the signal through nor asks for it.
  bool follow();

private:
  // What Ways asks for. The mark: the coroutine knows that it is to stop.
  friend class Ways;
  bool step(const clang::Stmt &Step, bool Knows);
  void leave(const clang::CFGBlock &Block, bool Knows);

  bool suspension(const clang::CoroutineSuspendExpr &S, bool Knows);
  void note(CaughtSignal::Kind What, const clang::Stmt *Next, bool Knows);

  bool isDeferred(const clang::Stmt &S) const;
  bool leavesLoop(const clang::Stmt *Terminator) const;
  bool letsThrough(const clang::CallExpr &Call);
  bool mayLetThrough(const clang::CallExpr &Call);
  bool keeps(const clang::Stmt &Step) const;
  bool isLookedAtLater(const clang::VarDecl &V) const;
  bool asks(const clang::Expr &Condition) const;
  const clang::CXXCatchStmt *handlerFor(const clang::Stmt &S) const;

  const FlowGraph &Graph;
  const LexicalScopes &Scopes;
  const clang::Stmt &Body;
  const Model &M;
  StopArrivals &Arrivals;
  CaughtSignal &Found;
  HandlerMarks Marks;
  Ways On;
  bool Any = false;
  bool Doubts = false;
};

} // namespace asynctidy
