// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "KeptArguments.h"
#include "flow/AfterSuspension.h"
#include "model/AwaitedType.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Suspension.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Whether \p S names \p Of or, where that is null, the object.
bool isMention(const Stmt &S, const ParmVarDecl *Of) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&S);
  if (Of)
    return Ref && Ref->getDecl() == Of;
  return isa<CXXThisExpr>(S) ||
         (Ref && Ref->refersToEnclosingVariableOrCapture());
}

/// Looks through a coroutine's body, in the order of the text, for the first
/// mention of a parameter, or of the object, that counts.
class MentionSearch {
public:
  /// \p AfterSuspension: only what comes after the first suspension counts, as
  /// in coroutines that run up to it at once.
  MentionSearch(const ParmVarDecl *Of, bool AfterSuspension, const Model &M)
      : Of(Of), Counts(!AfterSuspension), M(M) {}

  const Stmt *Found = nullptr;

  void visit(const Stmt &S);

private:
  void children(const Stmt &S);

  const ParmVarDecl *Of;
  bool Counts;
  const Model &M;
};

void MentionSearch::children(const Stmt &S) {
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        visit(*Init);
    return;
  }
  for (const Stmt *Child : S.children())
    if (Child)
      visit(*Child);
}

void MentionSearch::visit(const Stmt &S) {
  if (Found || isa<CXXNoexceptExpr, UnaryExprOrTypeTraitExpr>(S))
    return;
  if (Counts && isMention(S, Of)) {
    Found = &S;
    return;
  }
  if (isa<DependentCoawaitExpr>(S)) { // in a lambda with auto parameters
    children(S);
    Counts = true;
    return;
  }
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S)) {
    // What the first one awaits is evaluated before it suspends.
    visit(*Suspend->getOperand());
    Counts |= maySuspend(*Suspend, M);
    return;
  }
  bool Before = Counts;
  children(S);
  // In the next round of a loop, the suspension has been.
  if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S) && Counts && !Before)
    children(S);
}

/// Whether the author says that the result refers to it.
bool isMarked(const FunctionDecl &F, const ParmVarDecl *Parameter) {
  if (Parameter && Parameter->hasAttr<LifetimeBoundAttr>())
    return true;
  const CXXRecordDecl *Result = F.getReturnType()->getAsCXXRecordDecl();
  return Result && Result->hasAttr<CoroLifetimeBoundAttr>() &&
         !F.hasAttr<CoroDisableLifetimeBoundAttr>() &&
         (!Parameter || Parameter->getType()->isReferenceType());
}

} // namespace

/// The first mention of \p Of in the coroutine \p Shown that counts.
static const Stmt *mentionIn(const FunctionDecl &Shown, const ParmVarDecl *Of,
                             bool AfterSuspension, const Model &M) {
  MentionSearch Search(Of, AfterSuspension, M);
  Search.visit(*coroutineBody(Shown)->getBody());
  if (!AfterSuspension || !Search.Found || Shown.isDependentContext())
    return Search.Found;
  // The order of the text knows nothing of branches.
  return firstAfterSuspension(Shown, M,
                              [&](const Stmt &S) { return isMention(S, Of); });
}

/// What in \p S hands on the parameter \p Of to something that is awaited and
/// refers to it meanwhile: in a view, or to a function that keeps it.
const Stmt *KeptArguments::lentToAwaited(const Stmt &S, Subject Of) {
  const auto *Await = dyn_cast<CoawaitExpr>(&S);
  const auto *Call =
      Await ? dyn_cast<CallExpr>(valueSource(Await->getOperand())) : nullptr;
  const Stmt *Found = nullptr;
  if (Call && Of)
    forEachArgument(*Call, [&](const ParmVarDecl &Parameter, unsigned Index,
                               const Expr &Arg) {
      bool IsView = Refers.isView(Arg.getType().getNonReferenceType());
      bool IsLent = IsView
                        ? isPassed(Refers.referredBy(&Arg), Of)
                        : isPassed(Refers.givenTo(Parameter, &Arg), Of) &&
                              argument(*Call->getDirectCallee(), Index).What ==
                                  Answer::Yes;
      if (IsLent)
        Found = &Arg;
    });
  if (isa<LambdaExpr>(S))
    return nullptr;
  for (const Stmt *Child : S.children())
    if (Child && !Found)
      Found = lentToAwaited(*Child, Of);
  return Found;
}

KeptArguments::Answer KeptArguments::inCoroutine(const FunctionDecl &Shown,
                                                 Subject Of) {
  const TaskType *Task = M.taskTypes().find(Shown.getReturnType());
  const Stmt *Later = mentionIn(Shown, Of, /*AfterSuspension=*/true, M);
  if (!Later && Depth < 4) {
    ++Depth;
    auto Leave = llvm::make_scope_exit([&] { --Depth; });
    Later = lentToAwaited(*coroutineBody(Shown)->getBody(), Of);
  }
  const Stmt *First = Task && Task->Lazy
                          ? mentionIn(Shown, Of, /*AfterSuspension=*/false, M)
                          : Later;
  if (!First)
    return {};
  return {Answer::Yes, First, Later != nullptr};
}

bool KeptArguments::isPassed(const Referents &Given, Subject Of) const {
  return llvm::any_of(Given, [&](const Referent &R) {
    return R.IsReference && R.Variable == Of;
  });
}

/// Whether what \p Call gives refers to \p Of, which the function around it was
/// given.
KeptArguments::Answer KeptArguments::inCall(const CallExpr &Call, Subject Of) {
  const FunctionDecl *F = Call.getDirectCallee();
  const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(F);
  const Expr *Receiver = receiverOf(Call);
  auto IsThis = [](const Expr &E) {
    return isa<CXXThisExpr>(E.IgnoreParenImpCasts());
  };
  if (Receiver && Method &&
      (Of ? isPassed(Refers.objectOf(Receiver), Of) : IsThis(*Receiver)))
    if (Answer A = object(*Method); A.What != Answer::No)
      return A;
  Answer Found;
  forEachArgument(
      Call, [&](const ParmVarDecl &Parameter, unsigned Index, const Expr &Arg) {
        bool Passes =
            Of ? isPassed(Refers.givenTo(Parameter, &Arg), Of) : IsThis(Arg);
        if (Passes && Found.What == Answer::No)
          Found = argument(*F, Index);
      });
  return Found;
}

KeptArguments::Answer KeptArguments::inReturned(const Stmt &S, Subject Of) {
  if (isa<LambdaExpr>(S))
    return {};
  const auto *Call = dyn_cast<CallExpr>(&S);
  if (Call && M.taskTypes().isAwaitable(Call->getType()))
    if (Answer A = inCall(*Call, Of); A.What != Answer::No)
      return A;
  // An awaiter that refers to it.
  if (const auto *E = dyn_cast<Expr>(&S);
      E && isa<InitListExpr, CXXParenListInitExpr>(S)) {
    if (M.taskTypes().isAwaitable(E->getType()) &&
        isPassed(Refers.referredBy(E), Of))
      return {Answer::Yes, E, true};
  }
  for (const Stmt *Child : S.children())
    if (Child)
      if (Answer A = inReturned(*Child, Of); A.What != Answer::No)
        return A;
  return {};
}

static void returnsOf(const Stmt &S,
                      llvm::SmallVectorImpl<const Expr *> &Found) {
  if (const auto *Return = dyn_cast<ReturnStmt>(&S))
    if (Return->getRetValue())
      Found.push_back(Return->getRetValue());
  if (isa<Expr>(S))
    return;
  for (const Stmt *Child : S.children())
    if (Child)
      returnsOf(*Child, Found);
}

KeptArguments::Answer KeptArguments::inBody(const FunctionDecl &Shown,
                                            Subject Of) {
  if (coroutineBody(Shown))
    return inCoroutine(Shown, Of);
  if (Depth >= 4)
    return {};
  ++Depth;
  auto Leave = llvm::make_scope_exit([&] { --Depth; });
  llvm::SmallVector<const Expr *, 2> Returned;
  returnsOf(*Shown.getBody(), Returned);
  for (const Expr *E : Returned)
    if (Answer A = inReturned(*E, Of); A.What != Answer::No)
      return A;
  return {};
}

/// What a function most likely does that only has a declaration: a lazy
/// coroutine looks at what it is given, sooner or later. Templates forward what
/// they are given, into values as well.
KeptArguments::Answer KeptArguments::unseen(const FunctionDecl &F) const {
  const TaskType *Task = M.taskTypes().find(F.getReturnType());
  bool IsLazy = Task && Task->Lazy && !F.isTemplateInstantiation() &&
                M.project().contains(F.getLocation());
  return {IsLazy ? Answer::Assumed : Answer::No, nullptr, false};
}

KeptArguments::Answer KeptArguments::argument(const FunctionDecl &F,
                                              unsigned Index) {
  if (Index >= F.getNumParams())
    return {};
  if (isMarked(F, F.getParamDecl(Index)))
    return {Answer::Yes, nullptr, true};
  const FunctionDecl *Shown = definitionOf(F);
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Shown || (Method && Method->isVirtual()))
    return unseen(F);
  if (!M.project().contains(Shown->getLocation()))
    return {};
  return inBody(*Shown, Shown->getParamDecl(Index));
}

KeptArguments::Answer KeptArguments::object(const CXXMethodDecl &F) {
  if (F.isStatic() || F.isExplicitObjectMemberFunction())
    return {};
  if (isMarked(F, nullptr))
    return {Answer::Yes, nullptr, true};
  const FunctionDecl *Shown = definitionOf(F);
  if (!Shown || F.isVirtual())
    // `&&` says that it takes what it needs out of the object.
    return F.getRefQualifier() == RQ_RValue ? Answer() : unseen(F);
  if (!M.project().contains(Shown->getLocation()))
    return {};
  return inBody(*Shown, nullptr);
}

} // namespace asynctidy
