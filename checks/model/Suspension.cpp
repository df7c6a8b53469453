// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Suspension.h"
#include "AwaitedType.h"
#include "CallSiteMaker.h"
#include "Model.h"
#include "Project.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace asynctidy {

CallSite awaitedSite(const CoawaitExpr &Await, const RuleMatcher &Rules) {
  CallSite Site;
  const Expr *Origin = valueOrigin(Await.getOperand());
  while (const auto *Inner = dyn_cast<CoawaitExpr>(Origin))
    Origin = valueOrigin(Inner->getOperand());
  if (const auto *Call = dyn_cast<CallExpr>(Origin))
    Site = callSite(*Call, Rules);
  Site.E = &Await;
  Site.Loc = Await.getKeywordLoc();
  Site.Range = Await.getSourceRange();
  return Site;
}

bool maySuspend(const CoroutineSuspendExpr &S, const Model &M) {
  const auto *Ready = llvm::dyn_cast_or_null<CallExpr>(
      S.getReadyExpr() ? S.getReadyExpr()->IgnoreImplicit() : nullptr);
  if (Ready && Ready->getDirectCallee() &&
      answerOf(Ready->getDirectCallee(), M.project()) == true)
    return false;
  const auto *Await = dyn_cast<CoawaitExpr>(&S);
  if (!Await)
    return true;
  const RuleMatcher &Rules = M.rules();
  if (Rules.findType(Await->getOperand()->getType(), Role::Immediate))
    return false;
  const ValueDecl *Object = namedValue(Await->getOperand());
  if (Object && Rules.isNamed(*Object, Role::Immediate))
    return false;
  CallSite Site = awaitedSite(*Await, Rules);
  return !Site.Callee.getPointer() ||
         !Rules.find(Site, Role::Immediate, nullptr);
}

Resumption resumptionOf(const FunctionDecl &F, const RuleMatcher &Rules) {
  const RuleEntry *Task = Rules.findType(F.getReturnType(), Role::Task);
  return llvm::StringSwitch<Resumption>(Task ? Task->Resumes : "")
      .Case("same-thread", Resumption::SameThread)
      .Case("same-executor", Resumption::SameExecutor)
      .Case("anywhere", Resumption::Anywhere)
      .Default(Resumption::Unknown);
}

bool switchesExecutor(const CoroutineSuspendExpr &S, const Model &M,
                      const FunctionDecl &In) {
  const auto *Await = dyn_cast<CoawaitExpr>(&S);
  if (!Await)
    return false;
  CallSite Site = awaitedSite(*Await, M.rules());
  return Site.Callee.getPointer() && M.rules().find(Site, Role::Switch, &In);
}

} // namespace asynctidy
