// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ThreadFactDomain.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/ThreadLocals.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Whether \p S counts up (1) or down (-1); 0 for everything else.
static int stepOf(const Stmt &S) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
    return Unary->isIncrementOp() ? 1 : Unary->isDecrementOp() ? -1 : 0;
  const auto *Compound = dyn_cast<CompoundAssignOperator>(&S);
  BinaryOperatorKind Kind = Compound ? Compound->getOpcode() : BO_Comma;
  return Kind == BO_AddAssign ? 1 : Kind == BO_SubAssign ? -1 : 0;
}

int ThreadFactDomain::stepAt(const Stmt &Mention) const {
  const Stmt *Parent = Scopes.parentOf(Mention);
  return Parent ? stepOf(*Parent) : 0;
}

void ThreadFactDomain::set(StaleThreadFact::Kind What, const VarDecl *V,
                           const Stmt &At, State &Now) {
  llvm::erase_if(Now, [&](const Fact &Known) {
    return Known.What == What && Known.Variable == V;
  });
  Now.push_back({What, V, &At, nullptr});
}

void ThreadFactDomain::declaration(const VarDecl &V, State &Now) {
  const Expr *Init = V.getInit();
  if (Init && V.hasLocalStorage())
    remember(V, *Init, Now);
}

/// The local \p V becomes \p Value.
void ThreadFactDomain::remember(const VarDecl &V, const Expr &Value,
                                State &Now) {
  llvm::erase_if(Now, [&](const Fact &Known) { return Known.Variable == &V; });
  QualType T = V.getType();
  // A pointer that is thread-local is just a pointer.
  bool Refers = T->isReferenceType()
                    ? refersToThreadLocal(&Value)
                    : T->isPointerType() && !isThreadLocalPointer(Value) &&
                          refersToThreadLocal(&Value);
  if (Refers)
    set(StaleThreadFact::Reference, &V, Value, Now);
  const auto *Call = dyn_cast<CallExpr>(valueSource(&Value));
  if (Call && M.rules().find(plainCallSite(*Call), Role::ThreadId, &F))
    set(StaleThreadFact::Identity, &V, Value, Now);
}

void ThreadFactDomain::suspend(const CoroutineSuspendExpr &S,
                               State &Now) const {
  if (!maySuspend(S, M))
    return;
  bool Moves = !StaysInThread || switchesExecutor(S, M, F);
  for (Fact &Known : Now)
    if (!Known.Suspension && (Moves || !isOfTheThread(Known)))
      Known.Suspension = &S;
  if (bringsErrno(S, M.project()))
    forgetErrno(Now);
}

/// Whether \p Known is true as long as the coroutine stays in the thread. What
/// a variable was set to is not: others run there as well.
bool ThreadFactDomain::isOfTheThread(const Fact &Known) const {
  return Known.What == StaleThreadFact::Reference ||
         Known.What == StaleThreadFact::Identity ||
         (Known.What == StaleThreadFact::Value && stepAt(*Known.SetAt));
}

void ThreadFactDomain::use(StaleThreadFact::Kind What, const VarDecl *V,
                           const Expr &At, const State &Now) {
  for (const Fact &Known : Now) {
    if (Known.What != What || Known.Variable != V || !Known.Suspension)
      continue;
    auto Same = llvm::find_if(Found, [&](const StaleThreadFact &F) {
      return F.What == What && F.Variable == V && F.SetAt == Known.SetAt;
    });
    StaleThreadFact Stale{What, V, Known.SetAt, Known.Suspension, &At};
    if (Same == Found.end())
      Found.push_back(Stale);
    else if (Scopes.isBefore(At, *Same->UsedAt))
      *Same = Stale;
  }
}

/// Whether \p E is the left of an assignment.
bool ThreadFactDomain::isWritten(const Expr &E) const {
  const auto *Assign = dyn_cast_or_null<BinaryOperator>(Scopes.parentOf(E));
  if (Assign && Assign->getOpcode() == BO_Assign && Assign->getLHS() == &E)
    return true;
  const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(Scopes.parentOf(E));
  return Call && Call->getOperator() == OO_Equal && Call->getArg(0) == &E;
}

/// Whether \p E looks something up or is remembered. Comparing and printing is
/// what those do who look whether the thread is another one.
bool ThreadFactDomain::isKey(const Expr &E) const {
  const Expr *Value = &E;
  const Stmt *Around = Scopes.parentOf(E);
  while (isa_and_nonnull<CastExpr, ParenExpr, MaterializeTemporaryExpr,
                         CXXConstructExpr>(Around)) {
    Value = cast<Expr>(Around);
    Around = Scopes.parentOf(*Around);
  }
  if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(Around))
    return Assign->getOpcode() == BO_Assign && Assign->getRHS() == Value;
  if (const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(Around))
    return (Call->getOperator() == OO_Subscript ||
            Call->getOperator() == OO_Equal) &&
           Call->getArg(1) == Value;
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(Around);
  return Call && Call->getCallee() != Value;
}

/// What is assigned to \p E; null if it is not the left of an assignment.
const Expr *ThreadFactDomain::writtenTo(const Expr &E) const {
  if (!isWritten(E))
    return nullptr;
  const Stmt *Parent = Scopes.parentOf(E);
  if (const auto *Assign = dyn_cast<BinaryOperator>(Parent))
    return Assign->getRHS();
  return cast<CXXOperatorCallExpr>(Parent)->getArg(1);
}

void ThreadFactDomain::mention(const DeclRefExpr &Ref, State &Now) {
  const auto *V = dyn_cast<VarDecl>(Ref.getDecl());
  if (!V)
    return;
  if (!V->hasLocalStorage()) {
    if (V->getTLSKind() != VarDecl::TLS_None)
      threadLocal(*V, Ref, Now);
    return;
  }
  const Expr *Value =
      V->getType()->isReferenceType() ? nullptr : writtenTo(Ref);
  if (Value)
    return remember(*V, *Value, Now);
  use(StaleThreadFact::Reference, V, Ref, Now);
  if (isKey(Ref))
    use(StaleThreadFact::Identity, V, Ref, Now);
}

/// A thread-local variable is read, set, or counts up or down.
void ThreadFactDomain::threadLocal(const VarDecl &V, const DeclRefExpr &Ref,
                                   State &Now) {
  int Step = stepAt(Ref);
  auto *Before = llvm::find_if(Now, [&](const Fact &Known) {
    return Known.What == StaleThreadFact::Value && Known.Variable == &V;
  });
  int Earlier = Before == Now.end() ? 0 : stepAt(*Before->SetAt);
  if (Step && Earlier == -Step && !Before->Suspension) {
    Now.erase(Before); // back to where it was
    return;
  }
  // Counting on is what statistics do; who counts back has been in between.
  bool CountsOn = Step && Earlier == Step;
  if (!isWritten(Ref) && !CountsOn)
    use(StaleThreadFact::Value, &V, Ref, Now);
  if (Step || isWritten(Ref))
    set(StaleThreadFact::Value, &V, Ref, Now);
}

/// Something may have set it again since the suspension. What comes before that
/// is most likely on the way to look at it.
void ThreadFactDomain::forgetErrno(State &Now) {
  llvm::erase_if(Now, [](const Fact &Known) {
    return Known.What == StaleThreadFact::Errno && Known.Suspension;
  });
}

void ThreadFactDomain::call(const CallExpr &Call, State &Now) {
  if (!isErrnoCall(Call)) {
    // Only calling a coroutine does not run it.
    const FunctionDecl *F = Call.getDirectCallee();
    if (F && F->isExternC())
      set(StaleThreadFact::Errno, nullptr, Call, Now);
    else if (!M.taskTypes().find(Call.getType()) && !(F && F->isConstexpr()))
      forgetErrno(Now);
    return;
  }
  const Stmt *Deref = Scopes.parentOf(Call);
  while (isa_and_nonnull<ParenExpr>(Deref))
    Deref = Scopes.parentOf(*Deref);
  const auto *Value = dyn_cast_or_null<Expr>(Deref);
  const Expr *Whole = Value;
  while (Whole && isa_and_nonnull<ParenExpr>(Scopes.parentOf(*Whole)))
    Whole = cast<Expr>(Scopes.parentOf(*Whole));
  if (Whole && isWritten(*Whole))
    return set(StaleThreadFact::Errno, nullptr, Call, Now);
  if (Whole)
    use(StaleThreadFact::Errno, nullptr, *Whole, Now);
}

void ThreadFactDomain::step(const Stmt &Step, State &Now) {
  if (const CoroutineSuspendExpr *Suspend = ResumedAt.lookup(&Step))
    return suspend(*Suspend, Now);
  const auto *Make = dyn_cast<CXXConstructExpr>(&Step);
  if (Make && !Make->getConstructor()->isTrivial() &&
      !Make->getConstructor()->isCopyOrMoveConstructor())
    forgetErrno(Now);
  if (const auto *Declarations = dyn_cast<DeclStmt>(&Step)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        declaration(*V, Now);
    return;
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Step))
    return mention(*Ref, Now);
  // What an await calls of its awaiter is not in the text.
  if (const auto *Call = dyn_cast<CallExpr>(&Step);
      Call && Scopes.parentOf(*Call))
    call(*Call, Now);
}

bool ThreadFactDomain::join(State &Into, const State &From) {
  std::size_t Before = Into.size();
  for (const Fact &Known : From)
    if (!llvm::is_contained(Into, Known))
      Into.push_back(Known);
  return Into.size() != Before;
}

} // namespace asynctidy
