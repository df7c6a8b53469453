// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What calls do to locks.
#include "LockFinder.h"

#include "model/CallSite.h"
#include "model/Coroutine.h"
#include "model/Names.h"

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// What a function does with a lock that it is given: only that it waits with
/// it is known to leave it locked.
void LockFinder::handOver(const Expr &Arg, const FunctionDecl *To,
                          const Stmt &Step) {
  QualType T = Arg.getType();
  const Guard *Kind = Types.findGuard(T);
  bool IsMoved = Arg.isPRValue() && Kind;
  bool MayChange =
      IsMoved ||
      (Arg.isGLValue()
           ? !T.isConstQualified()
           : T->isPointerType() && !T->getPointeeType().isConstQualified());
  if (!MayChange || (Kind && !Kind->MayBeEmpty))
    return;
  bool Waits = To && To->getIdentifier() && hasWord(To->getName(), {"wait"});
  if (Waits && !IsMoved)
    return;
  if (std::optional<unsigned> Lock = lockAt(&Arg))
    add(Step, {LockEvent::Releases, *Lock});
}

/// Releases what \p Path is or is a part of.
void LockFinder::release(const AccessPath &Path, const Stmt &Step) {
  for (unsigned Lock = 0; Lock < Found.Locks.size(); ++Lock)
    if (!Found.Locks[Lock].Temporary && Found.Locks[Lock].Path.includes(Path))
      add(Step, {LockEvent::Releases, Lock});
}

/// Releases every lock that is a part of \p Object: `unlock(account)`.
void LockFinder::releasePartsOf(const Expr &Object, const Stmt &Step) {
  std::optional<AccessPath> Whole = AccessPath::of(&Object);
  if (!Whole)
    return;
  for (unsigned Lock = 0; Lock < Found.Locks.size(); ++Lock)
    if (Whole->includes(Found.Locks[Lock].Path))
      add(Step, {LockEvent::Releases, Lock});
}

/// The last names of what \p S unlocks, closures in it included.
static void addUnlocked(const Stmt &S,
                        llvm::SmallPtrSetImpl<const ValueDecl *> &Names) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (F && lockVerb(*F) == LockVerb::Releases) {
    const Expr *Object = receiverOf(*Call);
    if (!Object && Call->getNumArgs())
      Object = Call->getArg(0);
    if (const ValueDecl *Named = namedValue(Object))
      Names.insert(Named);
  }
  for (const Stmt *Child : S.children())
    if (Child)
      addUnlocked(*Child, Names);
}

/// What code elsewhere unlocks, by the names it has there.
void LockFinder::releaseNamedIn(const Stmt &Code, const Stmt &Step) {
  llvm::SmallPtrSet<const ValueDecl *, 4> Names;
  addUnlocked(Code, Names);
  for (unsigned Lock = 0; Lock < Found.Locks.size(); ++Lock) {
    const AccessPath &Path = Found.Locks[Lock].Path;
    const ValueDecl *Last =
        Path.Fields.empty() ? Path.Root : Path.Fields.back();
    if (Last && Names.contains(cast<ValueDecl>(Last->getCanonicalDecl())))
      add(Step, {LockEvent::Releases, Lock});
  }
}

void LockFinder::member(const CXXMemberCallExpr &Call, const Expr &Object) {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  std::optional<unsigned> Lock = Method ? lockAt(&Object) : std::nullopt;
  if (Method && lockVerb(*Method) == LockVerb::Releases)
    if (std::optional<AccessPath> Path = AccessPath::of(&Object))
      release(*Path, Call);
  if (!Lock)
    return;
  if (isa<CXXConversionDecl>(Method)) {
    if (Method->getReturnType()->isBooleanType())
      Found.Questions[&Call] = {*Lock, /*Acquires=*/false};
    return;
  }
  if (!Method->getIdentifier())
    return;
  llvm::StringRef Name = Method->getName();
  bool GivesGuard = Types.findGuard(Method->getReturnType()) != nullptr;
  switch (lockVerb(*Method)) {
  case LockVerb::Acquires:
    if (!GivesGuard && !Method->getReturnType()->isRecordType())
      add(Call, {LockEvent::Acquires, *Lock, &Call});
    return;
  case LockVerb::Tries:
    Found.Questions[&Call] = {*Lock, /*Acquires=*/true};
    Found.Any = true;
    return;
  case LockVerb::Releases:
    return;
  case LockVerb::None:
    break;
  }
  if (Name == "owns_lock" || Name == "has_value" || Name == "isLocked")
    Found.Questions[&Call] = {*Lock, /*Acquires=*/false};
  else if (Name == "emplace" && !tagsIn(Call.arguments()).HasDefer)
    add(Call, {LockEvent::Acquires, *Lock, &Call});
  else if (Name == "reset" || Name == "swap")
    add(Call, {LockEvent::Releases, *Lock});
}

void LockFinder::call(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    if (Operator->getOperator() == OO_Equal && Operator->getNumArgs() == 2)
      return assignment(*Operator);
    if (Operator->getOperator() != OO_Call)
      return;
  }
  if (valueSource(&Call) != &Call)
    return; // std::move alone moves nothing
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call))
    if (const Expr *Object = Member->getImplicitObjectArgument())
      member(*Member, *Object);
  if (const FunctionDecl *Shown = M.shown(F); Shown && !coroutineBody(*Shown))
    releaseNamedIn(*Shown->getBody(), Call);
  // `pthread_mutex_lock(&m)`, `std::lock(a, b)`.
  LockVerb Verb = F && !isa<CXXMethodDecl>(F) ? lockVerb(*F) : LockVerb::None;
  for (const Expr *Arg : Call.arguments()) {
    std::optional<unsigned> Lock =
        Verb == LockVerb::None ? std::nullopt : lockAt(Arg);
    bool IsGuard = Types.findGuard(Arg->getType()) != nullptr;
    if (!Lock || (IsGuard && !F->isInStdNamespace())) {
      if (Verb == LockVerb::Releases)
        releasePartsOf(*Arg, Call);
      handOver(*Arg, F, Call);
      continue;
    }
    if (Verb == LockVerb::Acquires)
      add(Call, {LockEvent::Acquires, *Lock, &Call});
    else if (Verb == LockVerb::Releases)
      add(Call, {LockEvent::Releases, *Lock});
  }
}

void LockFinder::visit(const Stmt &Step) {
  if (const auto *Declarations = dyn_cast<DeclStmt>(&Step)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        declaration(*Variable, Step);
  } else if (const auto *Made = dyn_cast<CXXBindTemporaryExpr>(&Step)) {
    temporary(*Made);
  } else if (const auto *Call = dyn_cast<CallExpr>(&Step)) {
    call(*Call);
  } else if (const auto *Make = dyn_cast<CXXConstructExpr>(&Step)) {
    // Its own guards are looked at where they are kept.
    if (!Types.findGuard(Make->getType()))
      for (const Expr *Arg : Make->arguments())
        handOver(*Arg, Make->getConstructor(), Step);
  } else if (const auto *List = dyn_cast<InitListExpr>(&Step)) {
    // A structure that refers to a lock may unlock it when it dies.
    if (!Types.findGuard(List->getType()))
      for (const Expr *Init : List->inits())
        handOver(*Init, nullptr, Step);
  } else if (const auto *Lambda = dyn_cast<LambdaExpr>(&Step)) {
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        handOver(*Init, nullptr, Step);
    releaseNamedIn(*Lambda->getBody(), Step);
  }
}

} // namespace asynctidy
