// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "WayRound.h"
#include "flow/Branches.h"
#include "flow/Destination.h"
#include "model/StopQuestions.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

void WayRound::add(const CFGBlock *Next, bool Knows) {
  if (Next && Visited.insert({Next, Knows}).second)
    Pending.push_back({Next, Knows});
}

/// Whether the coroutine goes on after \p Step, cancelled as it is.
bool WayRound::passes(const Stmt &Step) {
  if (isa<CXXThrowExpr, CoreturnStmt>(Step))
    return false;
  if (const auto *Other = dyn_cast<CoawaitExpr>(&Step))
    return Arrivals.from(*Other, F).empty(); // else it throws
  return true;
}

bool WayRound::visit(Node At, llvm::ArrayRef<const Stmt *> Steps) {
  for (const Stmt *Step : Steps) {
    if (Step == &Await) {
      Back = true;
      BackKnowing |= At.second;
      return false;
    }
    if (!passes(*Step))
      return false;
  }
  return !FlowGraph::endsProgram(*At.first);
}

void WayRound::leave(Node At) {
  const auto &[Block, Knows] = At;
  if (const Expr *Condition = branchCondition(*Block)) {
    if (std::optional<bool> IsStop = comparesWithStop(*Condition))
      return add((Block->succ_begin() + (*IsStop ? 0 : 1))->getReachableBlock(),
                 true);
    bool Asks = asksToStop(*Condition, M) ||
                (Result && !mentionsOf(*Result, *Condition).empty());
    if (!Knows && Asks)
      return;
  }
  for (const CFGBlock *Next : Block->succs())
    add(Next, Knows);
}

WayRound::Answer WayRound::find(bool OnlyIfAsked) {
  const CFGBlock *First = Graph.blockOf(Await);
  if (!First)
    return No;
  llvm::ArrayRef<const Stmt *> Steps = Graph.steps(*First);
  const auto *Here = llvm::find(Steps, &Await);
  if (visit({First, false}, {std::next(Here), Steps.end()}))
    leave({First, false});
  while (!Pending.empty()) {
    Node At = Pending.pop_back_val();
    if (visit(At, Graph.steps(*At.first)))
      leave(At);
  }
  if (BackKnowing)
    return Asked;
  return Back && !OnlyIfAsked ? Unasked : No;
}

} // namespace asynctidy
