// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Suspension.h"
#include "AwaitedType.h"
#include "CallSiteMaker.h"
#include "ErrorTypes.h"
#include "Model.h"
#include "Names.h"
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

/// The rule by which the call or construction \p E makes a value of an error.
static const RuleEntry *valueMakerOf(const Expr &E, const RuleMatcher &Rules) {
  CallSite Site;
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    Site = plainCallSite(*Call);
  else if (const auto *Make = dyn_cast<CXXConstructExpr>(&E))
    Site = constructionSite(*Make);
  const RuleEntry *Entry = Site.Callee.getPointer()
                               ? Rules.find(Site, Role::Cancellation, nullptr)
                               : nullptr;
  return Entry && Entry->Kind == "swallows" ? Entry : nullptr;
}

/// The call whose value \p Wrapper gets first, as its object or argument.
static const CallExpr *wrappedCall(const Expr &Wrapper) {
  const Expr *First = nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(&Wrapper)) {
    First = receiverOf(*Call);
    if (!First && Call->getNumArgs())
      First = Call->getArg(0);
  } else if (const auto *Make = dyn_cast<CXXConstructExpr>(&Wrapper)) {
    First = Make->getNumArgs() ? Make->getArg(0) : nullptr;
  }
  return First ? dyn_cast<CallExpr>(valueOrigin(First)) : nullptr;
}

AwaitedOperation operationOf(const CoawaitExpr &Await,
                             const RuleMatcher &Rules) {
  AwaitedOperation Found = {awaitedSite(Await, Rules), nullptr};
  const Expr *Operation = valueOrigin(Await.getOperand());
  while (const RuleEntry *Maker = valueMakerOf(*Operation, Rules)) {
    Found.ErrorIsValue = Maker;
    const CallExpr *Inner = wrappedCall(*Operation);
    CallSite Site = Inner ? callSite(*Inner, Rules) : CallSite();
    if (!Site.function() || (Found.Site.function() &&
                             Rules.find(Found.Site, Role::Gather, nullptr)))
      return Found;
    Site.E = Found.Site.E;
    Site.Loc = Found.Site.Loc;
    Site.Range = Found.Site.Range;
    Found.Site = Site;
    Operation = Inner;
  }
  // `async_read(..., as_tuple(token))`
  if (const auto *Call = dyn_cast<CallExpr>(Operation))
    for (const Expr *Arg : Call->arguments())
      if (const RuleEntry *Maker = valueMakerOf(*valueOrigin(Arg), Rules))
        Found.ErrorIsValue = Maker;
  return Found;
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

bool onlyWaits(const CallSite &Site, const FunctionDecl &In,
               const RuleMatcher &Rules) {
  static constexpr llvm::StringLiteral Words[] = {"wait", "sleep", "delay"};
  const FunctionDecl *F = Site.function();
  return Rules.find(Site, Role::Sleep, &In) ||
         (F && hasWord(lastPart(*F), Words));
}

/// Whether \p E is given a variable to put its error into.
static bool takesErrorVariable(const Expr &E) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E))
    return !Ref->getType().isConstQualified() && isError(Ref->getType());
  if (isa<LambdaExpr>(E))
    return false;
  return llvm::any_of(E.children(), [](const Stmt *Child) {
    const auto *Part = llvm::dyn_cast_or_null<Expr>(Child);
    return Part && takesErrorVariable(*Part);
  });
}

bool givesErrorAsValue(const CoawaitExpr &Await) {
  return canHoldError(Await.getType()) ||
         takesErrorVariable(*Await.getOperand());
}

} // namespace asynctidy
