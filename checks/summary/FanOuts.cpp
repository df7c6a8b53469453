// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "FanOutFinder.h"
#include "clang-tidy/GlobList.h"
#include "flow/Destination.h"
#include "flow/Loops.h"
#include "flow/WayBack.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Where what \p S gives goes. False: it is no matter of this check, since
/// somebody waits for it at once, or nobody starts it.
bool FanOutFinder::holdersOf(const Start &S, VariableSet &Holders,
                             FanOut &Found) const {
  if (const ValueDecl *Owner = ownerOf(S.Owner);
      Owner && S.What == Start::Spawned)
    Holders.insert(Owner);
  Destination To = destinationOf(*S.At, Scopes, M, F);
  const VarDecl *Last = nullptr;
  for (unsigned Steps = 4; Steps && To.What == Destination::Kept && To.Variable;
       --Steps) {
    Last = To.Variable;
    if (!Holders.insert(Last).second || isHolder(Last->getType()))
      break;
    // Moved on, into a container or somewhere else.
    for (const Expr *Mention : mentionsOf(*Last, Body)) {
      Destination Next = destinationOf(*Mention, Scopes, M, F);
      bool GoesOn = Next.What == Destination::Stored ||
                    (Next.What == Destination::Kept && Next.Variable != Last);
      if (GoesOn)
        To = Next;
    }
    if (To.Variable == Last)
      break;
  }
  if (Last && isHolder(Last->getType()) && !holdsOne(Last->getType()))
    Found.Gather = All.gatherOf(*Last);
  if (S.What == Start::Made)
    return Found.Gather != nullptr;
  if (Last && To.Variable == Last &&
      (!isHolder(Last->getType()) || holdsOne(Last->getType())) &&
      endsWhenDropped(S.OnDrop))
    return false;
  if (S.What == Start::Spawned)
    return true;
  switch (To.What) {
  case Destination::Kept:
  case Destination::Stored:
    return true;
  case Destination::Discarded:
    return !endsWhenDropped(S.OnDrop);
  default:
    return false;
  }
}

/// Whether nothing bounds what \p Found starts in \p Loop.
bool FanOutFinder::isUnbounded(FanOut &Found, const Expr &Task, bool IsTask,
                               const VariableSet &Holders, const Stmt &Loop) {
  if (!Graph)
    Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return false;
  UnseenFunctions Unseen;
  bool Doubts = false;
  auto Inside = [&](const FunctionDecl &Called) {
    return Doubts ? Bodies.boundsFor(Called, Unseen) : Bodies.bounds(Called);
  };
  Bounds Limits(F, Body, Scopes, M, Options.BoundingFunctions, Inside);
  VariableSet Sources = variablesBehind(Task, Loop, Scopes);
  for (const ValueDecl *Holder : Holders)
    Sources.erase(Holder);
  Limits.follow(*Found.At, IsTask, Holders, std::move(Sources));
  auto Comes = [&] {
    return comesBack(
        *Graph, Scopes, *Found.At, Loop,
        [&](const Stmt &Step) { return Limits.isBound(Step); },
        [&](const Stmt &Branch) { return Limits.isLimitTest(Branch); });
  };
  if (!Comes()) {
    Doubts = true;
    Limits.doubt(Unseen);
    if (!Comes() || Unseen.empty())
      return false;
    Found.Unseen.insert(Found.Unseen.end(), Unseen.begin(), Unseen.end());
  }
  forEachExpression(Loop, [&](const Expr &E) {
    if (!Found.DroppedPermit && Limits.dropsPermit(E))
      Found.DroppedPermit = &E;
  });
  return true;
}

/// Fills in the innermost loop that makes \p Found a finding.
bool FanOutFinder::inLoops(FanOut &Found, const Expr &Task, bool IsTask,
                           const VariableSet &Holders) {
  for (const Stmt *S = Scopes.parentOf(*Found.At); S; S = Scopes.parentOf(*S)) {
    if (!isLoop(*S))
      continue;
    bool EndsInside = llvm::any_of(Holders, [&](const ValueDecl *D) {
      const auto *V = dyn_cast<VarDecl>(D);
      return V && !V->getType()->isReferenceType() &&
             (isHolder(V->getType()) ||
              M.rules().findType(V->getType(), Role::Scope)) &&
             !Scopes.isAlive(*V, *S);
    });
    if (EndsInside)
      return false;
    Growth With = Grows.ofLoop(*S, &Task);
    if (!With.grows())
      continue;
    if (!isUnbounded(Found, Task, IsTask, Holders, *S))
      return false;
    Found.With = std::move(With);
    Found.Loop = S;
    if (Found.With.What != Growth::Count)
      return true;
  }
  return Found.Loop;
}

/// What \p F, if it is no coroutine, returns the task of.
static const FunctionDecl *passedOn(const FunctionDecl &F, const Model &M) {
  const Stmt *Body = coroutineBody(F) ? nullptr : writtenBodyOf(F);
  const auto *Whole = dyn_cast_or_null<CompoundStmt>(Body);
  const auto *Return = Whole && !Whole->body_empty()
                           ? dyn_cast<ReturnStmt>(Whole->body_back())
                           : nullptr;
  const Expr *Value = Return ? valueOrigin(Return->getRetValue()) : nullptr;
  bool IsTask =
      isa_and_nonnull<CallExpr>(Value) && M.taskTypes().find(Value->getType());
  return IsTask ? makerOf(Value, M) : nullptr;
}

void FanOutFinder::add(FanOut Found) {
  if (Found.Child)
    if (const FunctionDecl *Inner = passedOn(*Found.Child, M))
      Found.Child = Inner;
  if (Found.Child)
    Found.BoundInChild = Bodies.certainBound(*Found.Child);
  FanOuts.push_back(std::move(Found));
}

/// Whether the function that starts a task waits for a place before it does.
bool FanOutFinder::waitsItself(const CallExpr &Start) {
  const FunctionDecl *Starter = Start.getDirectCallee();
  if (!Starter)
    return false;
  bool IsNamed = !Options.BoundingFunctions.empty() &&
                 tidy::GlobList(Options.BoundingFunctions)
                     .contains(plainCallSite(Start).messageName());
  return IsNamed || (!coroutineBody(*Starter) && Bodies.bounds(*Starter));
}

/// Whether \p S starts a task in every iteration of something.
bool FanOutFinder::startsMany(const Start &S) {
  FanOut Found;
  Found.At = S.At;
  Found.Child = S.Child;
  VariableSet Holders;
  bool IsOurs = !S.IsThereAlready && holdersOf(S, Holders, Found);
  bool Waits = S.What == Start::Spawned && waitsItself(*S.At);
  if (IsOurs && !Waits && inLoops(Found, *S.At, /*IsTask=*/true, Holders)) {
    bool IsSure = Found.Unseen.empty();
    add(std::move(Found));
    if (IsSure)
      return true;
  }
  if (S.Child && S.Child->getCanonicalDecl() == F.getCanonicalDecl() &&
      !Waits && (IsOurs || S.What == Start::Made))
    SelfStarts.push_back(S);
  return IsOurs;
}

void FanOutFinder::look(const CallExpr &Call) {
  if (std::optional<Start> S = startedAt(Call, M, &F); S && startsMany(*S))
    return;
  callsStarter(Call);
  calledForEach(Call);
}

std::vector<FanOut> FanOutFinder::run() {
  forEachExpression(Body, [&](const Expr &E) {
    if (const auto *Call = dyn_cast<CallExpr>(&E))
      look(*Call);
    if (isa<CallExpr, CXXConstructExpr>(E))
      gathered(E);
  });
  recursion();
  return std::move(FanOuts);
}

std::vector<FanOut> fanOutsOf(const FunctionDecl &F, const Model &M,
                              const FanOutOptions &Options) {
  const Stmt *Body = writtenBodyOf(F);
  return Body ? FanOutFinder(F, *Body, M, Options).run()
              : std::vector<FanOut>();
}

} // namespace asynctidy
