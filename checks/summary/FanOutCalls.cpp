// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "FanOutFinder.h"
#include "flow/Destination.h"
#include "flow/Holders.h"
#include "flow/Loops.h"
#include "model/CallSiteMaker.h"
#include "model/Callable.h"
#include "model/Coroutine.h"
#include "model/Names.h"

using namespace clang;

namespace asynctidy {

/// Whether \p E is one of several objects that are there already: `all[i]`,
/// `all.at(i)`, or what these point to.
static bool isElement(const Expr *E) {
  E = E ? valueSource(E) : nullptr;
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(E)) {
    if (Operator->getOperator() == OO_Subscript)
      return true;
    return (Operator->getOperator() == OO_Arrow ||
            Operator->getOperator() == OO_Star) &&
           isElement(Operator->getArg(0));
  }
  const auto *Member = dyn_cast_or_null<CXXMemberCallExpr>(E);
  const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
  return isa_and_nonnull<ArraySubscriptExpr>(E) ||
         (Method && lastPart(*Method) == "at");
}

/// A function of the project that starts something which is still there when it
/// returns.
void FanOutFinder::callsStarter(const CallExpr &Call) {
  const FunctionDecl *Helper = callSite(Call, M.rules()).function();
  if (!Helper || Helper->getCanonicalDecl() == F.getCanonicalDecl() ||
      !Call.getNumArgs() || isa<CXXOperatorCallExpr>(Call) ||
      isElement(receiverOf(Call)))
    return;
  if (coroutineBody(*Helper) &&
      destinationOf(Call, Scopes, M, F).What != Destination::Awaited)
    return;
  bool IsInLoop = false;
  for (const Stmt *S = Scopes.parentOf(Call); S; S = Scopes.parentOf(*S)) {
    const auto *For = dyn_cast<CXXForRangeStmt>(S);
    if (!isLoop(*S))
      continue;
    IsInLoop = true;
    // What only calls each of several objects is about those, not about more.
    VariableSet Given;
    for (const Expr *Arg : Call.arguments())
      for (const ValueDecl *D : variablesBehind(*Arg, *S, Scopes))
        Given.insert(D);
    if (For && !Given.contains(For->getLoopVariable()))
      return;
    break;
  }
  if (!IsInLoop)
    return;
  FanOut Found;
  Found.At = &Call;
  Found.Helper = Helper;
  std::optional<Start> Inner = Bodies.startIn(*Helper);
  if (!Inner)
    return;
  Found.StartInHelper = Inner->At;
  Found.Child = Inner->Child;
  if (inLoops(Found, Call, /*IsTask=*/false, {}))
    add(std::move(Found));
}

/// `std::for_each(range, ...)`, `std::transform(range, ..., coroutine)`.
void FanOutFinder::calledForEach(const CallExpr &Call) {
  CallSite Site = plainCallSite(Call);
  const RuleEntry *Entry = M.rules().find(Site, Role::Invokes, &F);
  const Expr *Range = Entry && Entry->Range
                          ? RuleMatcher::subject(Site, *Entry->Range)
                          : nullptr;
  if (!Range)
    return;
  FanOut Found;
  Found.At = &Call;
  Found.With = Grows.ofRange(Range);
  if (!Found.With.grows())
    return;
  for (const Expr *Arg : Site.Args) {
    const FunctionDecl *Called = callableOf(Arg, M.rules());
    if (!Called || Arg == Range)
      continue;
    Found.Child = Called;
    QualType Made = Called->getReturnType();
    const TaskType *Type =
        All.makesTasks(*Called) ? M.taskTypes().find(Made) : nullptr;
    for (const Expr *Other : Site.Args)
      if (Type && !Found.Gather)
        Found.Gather = All.gatherOfNamedIn(*Other);
    bool Begins = (Type && !Type->Lazy && !endsWhenDropped(Type->OnDrop)) ||
                  M.taskTypes().beginsAlone(Made);
    if (!Found.Gather && !Begins) {
      std::optional<Start> Inner = Bodies.startIn(*Called);
      if (!Inner)
        continue;
      Found.Helper = Called;
      Found.StartInHelper = Inner->At;
      Found.Child = Inner->Child;
    }
    return add(std::move(Found));
  }
}

/// A gather of a range, each element of which makes a task.
void FanOutFinder::gathered(const Expr &Call) {
  std::optional<Gathers::Many> Many = All.manyIn(Call);
  if (!Many)
    return;
  FanOut Found;
  Found.At = &Call;
  Found.With = Grows.ofRange(Many->Range);
  if (Many->Callable)
    Found.Child = callableOf(Many->Callable, M.rules());
  if (Found.With.grows())
    add(std::move(Found));
}

} // namespace asynctidy
