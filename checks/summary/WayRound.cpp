// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "WayRound.h"
#include "flow/Branches.h"
#include "flow/Destination.h"
#include "model/ErrorTypes.h"
#include "model/StopQuestions.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Whether the coroutine goes on after \p Step, cancelled as it is.
bool WayRound::step(const Stmt &Step, bool Knows) {
  if (&Step == &Await) {
    Back = true;
    BackKnowing |= Knows;
    return false;
  }
  if (isa<CXXThrowExpr, CoreturnStmt>(Step))
    return false;
  if (const auto *Other = dyn_cast<CoawaitExpr>(&Step))
    return Arrivals.from(*Other, F).empty(); // else it throws
  return true;
}

/// Whether \p Condition looks at the error of another operation: that will
/// fail as well.
static bool looksAtError(const Stmt &Condition) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&Condition);
  if (Ref && !isa<EnumConstantDecl>(Ref->getDecl()) &&
      canHoldError(Ref->getType()))
    return true;
  return llvm::any_of(Condition.children(), [](const Stmt *Child) {
    return Child && looksAtError(*Child);
  });
}

void WayRound::leave(const CFGBlock &Block, bool Knows) {
  if (const Expr *Condition = branchCondition(Block)) {
    if (std::optional<StopAnswer> Answer = answerToStop(*Condition, M))
      return On.addBranch(Block, Answer->Holds, Knows || Answer->Asks);
    bool Asks = asksToStop(*Condition, M) || looksAtError(*Condition) ||
                (Result && !mentionsOf(*Result, *Condition).empty());
    if (!Knows && Asks)
      return;
  }
  for (const CFGBlock *Next : Block.succs())
    On.add(Next, Knows);
}

WayRound::Answer WayRound::find(bool OnlyIfAsked) {
  On.followAfter(Await, *this);
  if (BackKnowing)
    return Asked;
  return Back && !OnlyIfAsked ? Unasked : No;
}

} // namespace asynctidy
