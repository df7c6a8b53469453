// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What objects do that hold locks.
#include "LockFinder.h"
#include "Place.h"
#include "model/CallSite.h"
#include "model/Constants.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

void LockFinder::add(const Stmt &Step, LockEvent Event) {
  if (Event.What == LockEvent::Acquires) {
    Found.Any = true;
    Found.AcquiredBy[Event.By].push_back(Event.Lock);
  }
  Found.Events[&Step].push_back(Event);
}

unsigned LockFinder::indexOf(LockEvents::Lock L) {
  for (auto [Index, Known] : llvm::enumerate(Found.Locks))
    if (Known.Temporary == L.Temporary && Known.Path == L.Path)
      return Index;
  Found.Locks.push_back(std::move(L));
  return Found.Locks.size() - 1;
}

/// The lock or guard that \p E names.
std::optional<unsigned> LockFinder::lockAt(const Expr *E) {
  const Expr *Source = valueSource(E);
  QualType T = Source ? Source->getType() : QualType();
  if (T.isNull())
    return std::nullopt;
  if (!T->getPointeeType().isNull())
    T = T->getPointeeType();
  if (!Types.isMutex(T) && !Types.findGuard(T))
    return std::nullopt;
  std::optional<AccessPath> Path = AccessPath::of(Source);
  if (!Path)
    return std::nullopt;
  return indexOf({std::move(*Path), nullptr});
}

LockFinder::GuardArguments
LockFinder::tagsIn(CallExpr::const_arg_range Args) const {
  GuardArguments Tags;
  for (const Expr *Arg : Args) {
    QualType T = Arg->getType();
    Tags.HasDefer |=
        isTag(T, "defer") || isTag(T, "nullopt") || isNullPointer(Arg, M.ast());
    Tags.HasAdopt |= isTag(T, "adopt");
  }
  return Tags;
}

/// Whether \p T is a guard of no mutexes: `std::scoped_lock<>`.
static bool guardsNothing(QualType T) {
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  return Special &&
         llvm::all_of(Special->getTemplateArgs().asArray(), [](const auto &A) {
           return A.getKind() == TemplateArgument::Pack && !A.pack_size();
         });
}

/// \p Make gives \p Lock a value.
void LockFinder::construct(unsigned Lock, const CXXConstructExpr &Make,
                           const Stmt &Step) {
  const CXXConstructorDecl *Constructor = Make.getConstructor();
  const Guard *Kind = Types.findGuard(Make.getType());
  GuardArguments Tags = tagsIn(Make.arguments());
  for (const Expr *Arg : Make.arguments()) {
    std::optional<unsigned> Given = lockAt(Arg);
    if (!Given)
      continue;
    if (!Types.isMutex(Arg->getType()))
      return add(Step, {LockEvent::TakesOver, Lock, nullptr, *Given});
    // A guard for what is locked already takes it over.
    if (Tags.HasAdopt)
      add(Step, {LockEvent::Releases, *Given});
  }
  bool IsEmpty = Constructor->isDefaultConstructor() && Kind->MayBeEmpty;
  if (Kind->IsRead)
    IsEmpty = !Types.locks(*Constructor);
  if (!Tags.HasDefer && !IsEmpty && !guardsNothing(Make.getType()) &&
      (Make.getNumArgs() || !Kind->MayBeEmpty || Kind->IsRead))
    add(Step, {LockEvent::Acquires, Lock, &Make});
}

/// \p Value becomes what \p Lock holds.
void LockFinder::fill(unsigned Lock, const Expr &Value, const Stmt &Step) {
  const Expr *Source = valueSource(&Value);
  if (const auto *Either = dyn_cast<ConditionalOperator>(Source)) {
    fill(Lock, *Either->getTrueExpr(), Step);
    return fill(Lock, *Either->getFalseExpr(), Step);
  }
  if (std::optional<unsigned> From = lockAt(Source))
    return add(Step, {LockEvent::TakesOver, Lock, nullptr, *From});
  // Of the guards in a structure one will do.
  if (const auto *List = dyn_cast<InitListExpr>(Source)) {
    for (const Expr *Init : List->inits())
      if (Types.findGuard(Init->getType()))
        fill(Lock, *Init, Step);
    return;
  }
  const Guard *Kind = Types.findGuard(Source->getType());
  if (!Kind)
    return; // `optional = nullopt`
  if (const auto *Make = dyn_cast<CXXConstructExpr>(Source))
    return construct(Lock, *Make, Step);
  const auto *Call = dyn_cast<CallExpr>(Source);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  bool MakesEmpty = F && F->isInStdNamespace() && !Call->getNumArgs() &&
                    Kind->MayBeEmpty && !isa<CXXMemberCallExpr>(Call);
  bool IsDeferred = Call && tagsIn(Call->arguments()).HasDefer;
  if (!MakesEmpty && !IsDeferred && Kind->isAssumedHeld() &&
      isa<CallExpr, CoawaitExpr>(Source))
    add(Step, {LockEvent::Acquires, Lock, Source});
}

void LockFinder::declaration(const VarDecl &Variable, const Stmt &Step) {
  QualType T = Variable.getType().getNonReferenceType();
  const Expr *Init = Variable.getInit();
  if (!Types.findGuard(T))
    return;
  if (Variable.getType()->isReferenceType() && !keepsTemporary(Variable))
    return;
  unsigned Lock = indexOf({AccessPath{&Variable, {}}, nullptr});
  add(Step, {LockEvent::Releases, Lock}); // it is new in each round of a loop
  if (Init)
    fill(Lock, *Init, Step);
}

/// Whether the guard \p Made lives on, without a name, until the end of its
/// full-expression.
static bool isHeldByTemporary(const CXXBindTemporaryExpr &Made, bool CanMove,
                              const LexicalScopes &Scopes) {
  const Expr *Value = &Made;
  const Stmt *Around = Scopes.parentOf(Made);
  while (llvm::isa_and_nonnull<ParenExpr, CastExpr, FullExpr,
                               MaterializeTemporaryExpr>(Around)) {
    const auto *Keeper = dyn_cast<MaterializeTemporaryExpr>(Around);
    if (Keeper && Keeper->getExtendingDecl())
      return false;
    Value = cast<Expr>(Around);
    Around = Scopes.parentOf(*Around);
  }
  if (!llvm::isa_and_nonnull<Expr>(Around))
    return false; // it has a name, or dies at once
  const auto *Comma = dyn_cast<BinaryOperator>(Around);
  if (Comma && Comma->getOpcode() == BO_Comma)
    return Comma->getLHS() == Value;
  // What can be moved from is taken by whoever it is given to.
  return !CanMove;
}

void LockFinder::temporary(const CXXBindTemporaryExpr &Made) {
  const Guard *Kind = Types.findGuard(Made.getType());
  if (Kind && isHeldByTemporary(Made, Kind->MayBeEmpty, Scopes))
    fill(indexOf({AccessPath{}, &Made}), *Made.getSubExpr(), Made);
}

void LockFinder::assignment(const CXXOperatorCallExpr &Call) {
  std::optional<unsigned> Lock = lockAt(Call.getArg(0));
  if (!Lock || !Types.findGuard(Call.getArg(0)->getType()))
    return;
  add(Call, {LockEvent::Releases, *Lock});
  fill(*Lock, *Call.getArg(1), Call);
}

} // namespace asynctidy
