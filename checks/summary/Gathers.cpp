// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Gathers.h"
#include "flow/Destination.h"
#include "flow/RangeNames.h"
#include "model/CallSiteMaker.h"
#include "model/Callable.h"
#include "model/Names.h"
#include "model/Starts.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

static bool namesGather(llvm::StringRef Name) {
  return hasWord(Name, {"all", "gather", "join", "collect", "parallel",
                        "concurrently", "together"}) &&
         !hasWord(Name,
                  {"any", "first", "race", "window", "windowed", "limit",
                   "limited", "bounded", "max", "chunk", "chunked",
                   "sequential", "sequentially", "cancel", "stop", "wait"});
}

bool Gathers::isGather(const Expr &Call) const {
  CallSite Site = plainSite(Call);
  if (!Site.E)
    return false;
  if (const RuleEntry *Entry = M.rules().find(Site, Role::Gather, &F))
    return !Entry->Windowed;
  const FunctionDecl *Called = Site.function();
  if (!Called || !isa<CallExpr>(Call) || isa<CXXOperatorCallExpr>(Call) ||
      Called->isInStdNamespace() || !namesGather(lastPart(*Called)) ||
      !M.taskTypes().isAwaitable(Call.getType()))
    return false;
  // A number may be a limit.
  return llvm::none_of(Site.Args, [](const Expr *Arg) {
    return Arg->getType()->isIntegralOrEnumerationType() &&
           !isa<CXXDefaultArgExpr>(Arg);
  });
}

/// The call that starts the loop's variable of \p Loop, in each iteration.
const Expr *Gathers::startOfEach(const CXXForRangeStmt &Loop) const {
  const Expr *Found = nullptr;
  bool Waits = false;
  forEachExpression(*Loop.getBody(), [&](const Expr &E) {
    Waits |= isa<CoawaitExpr>(E);
    std::optional<Start> S = startedAt(E, M, &F);
    if (S && S->What == Start::Spawned && S->IsThereAlready &&
        namedValue(valueSource(S->Task)) == Loop.getLoopVariable())
      Found = &E;
  });
  return Waits ? nullptr : Found;
}

const Expr *Gathers::gatherOf(const VarDecl &Tasks) const {
  for (const Expr *Mention : mentionsOf(Tasks, Body)) {
    const Stmt *P = Scopes.parentOf(*Mention);
    for (; isa_and_nonnull<Expr>(P); P = Scopes.parentOf(*P)) {
      if (isGather(*cast<Expr>(P)))
        return cast<Expr>(P);
      CallSite Site = plainSite(*cast<Expr>(P));
      // Several at once.
      if (Site.E && M.rules().find(Site, Role::Spawn, &F))
        return Site.E;
    }
    while (P && !isa<CXXForRangeStmt>(P) && isa<DeclStmt>(P))
      P = Scopes.parentOf(*P);
    if (const auto *Loop = dyn_cast_or_null<CXXForRangeStmt>(P);
        Loop && Scopes.contains(*Loop->getRangeInit(), *Mention))
      if (const Expr *Found = startOfEach(*Loop))
        return Found;
  }
  return nullptr;
}

const Expr *Gathers::gatherOfNamedIn(const Expr &E) const {
  const Expr *Found = nullptr;
  forEachExpression(E, [&](const Expr &Inner) {
    const auto *V = dyn_cast_or_null<VarDecl>(namedValue(&Inner));
    if (V && V->isLocalVarDecl() && !Found)
      Found = gatherOf(*V);
  });
  return Found;
}

bool Gathers::makesTasks(const FunctionDecl &F) const {
  return !F.getReturnType()->isReferenceType() &&
         M.taskTypes().find(F.getReturnType()) &&
         llvm::none_of(F.parameters(), [&](const ParmVarDecl *P) {
           return M.taskTypes().find(P->getType().getNonReferenceType());
         });
}

/// The `transform` in the pipeline \p E whose callable gives tasks. What comes
/// after it may still take only some: Range is all of \p E.
std::optional<Gathers::Many> Gathers::transformed(const Expr *E,
                                                  unsigned Depth) const {
  const auto *Call = dyn_cast_or_null<CallExpr>(valueOrigin(E));
  if (!Call || !Depth)
    return std::nullopt;
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
  const Expr *Left = nullptr;
  const CallExpr *Adaptor = Call;
  if (Operator && Operator->getOperator() == OO_Pipe) {
    Left = Operator->getArg(0);
    Adaptor = dyn_cast<CallExpr>(valueOrigin(Operator->getArg(1)));
  }
  if (Adaptor && calledName(*Adaptor) == "transform")
    for (const Expr *Arg : Adaptor->arguments())
      if (const FunctionDecl *Called = callableOf(Arg, M.rules());
          Called && makesTasks(*Called))
        return Many{E, Arg};
  if (!Left && Call->getNumArgs())
    Left = Call->getArg(Operator && Operator->getOperator() == OO_Call &&
                                Call->getNumArgs() > 1
                            ? 1
                            : 0);
  std::optional<Many> Found = transformed(Left, Depth - 1);
  if (Found)
    Found->Range = E;
  return Found;
}

std::optional<Gathers::Many> Gathers::manyIn(const Expr &Call) const {
  CallSite Site = plainSite(Call);
  if (!Site.E)
    return std::nullopt;
  const RuleEntry *Entry = M.rules().find(Site, Role::Gather, &F);
  if (Entry && Entry->Range && !Entry->Windowed) {
    const Expr *Range = RuleMatcher::subject(Site, *Entry->Range);
    const Expr *Callable = nullptr;
    for (const Expr *Arg : Site.Args)
      if (!Callable && callableOf(Arg, M.rules()))
        Callable = Arg;
    if (Range)
      return Many{Range, Callable};
  }
  if (!isGather(Call))
    return std::nullopt;
  for (const Expr *Arg : Site.Args)
    if (std::optional<Many> Found = transformed(Arg, /*Depth=*/8))
      return Found;
  return std::nullopt;
}

} // namespace asynctidy
