// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What calls, constructions and closures do with what they are given.
#include "Holders.h"
#include "UseFinder.h"
#include "model/CallSiteMaker.h"
#include "model/Mentions.h"
#include "model/Names.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// `std::ignore`, whose values nobody sees.
static bool isIgnore(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Ref && qualifiedName(*Ref->getDecl()) == "std::ignore";
}

/// The local container, optional or array that `v[i]`, `*o` and `v.at(i)` are
/// part of.
static Place holderOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return Place::of(Subscript->getBase());
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  if (!Call ||
      (Call->getOperator() != OO_Subscript && Call->getOperator() != OO_Star))
    return {};
  return isHolder(Call->getArg(0)->getType()) ? Place::of(Call->getArg(0))
                                              : Place{};
}

/// `place = value`, `holder[i] = value`, `std::ignore = value`.
bool UseFinder::assignment(const CXXOperatorCallExpr &Call) {
  if (Call.getOperator() != OO_Equal || Call.getNumArgs() != 2)
    return false;
  const Expr *Left = Call.getArg(0);
  Use U = Use::of(Use::Kept, &Call);
  if (isIgnore(Left)) {
    U.What = Use::Ignored;
    expression(Call.getArg(1), U);
    return true;
  }
  U.To = Place::of(Left);
  if (!U.To) {
    U.To = holderOf(Left);
    U.Adds = true;
    if (U.To)
      expressions(*Left->IgnoreParenImpCasts());
  }
  if (!U.To)
    return false;
  U.AsRValue = U.Moved = true;
  const Expr *Right = valueSource(Call.getArg(1));
  expression(Right, U);
  if (U.Adds)
    return true;
  note(*Left->IgnoreParenImpCasts(), Use::of(Use::Filled, &Call));
  // `optional = std::nullopt`, `task = nullptr`
  bool IsNothing =
      isa<DeclRefExpr, CXXNullPtrLiteralExpr>(Right) && !Place::of(Right);
  if (IsNothing)
    Found.Replacements[&Call] = U.To;
  return true;
}

/// What a member function of a local container or optional does with it.
bool UseFinder::onHolder(const CXXMemberCallExpr &Call) {
  const Expr *Object = Call.getImplicitObjectArgument();
  const CXXMethodDecl *Method = Call.getMethodDecl();
  Place Holder = Object ? Place::of(Object) : Place{};
  if (!Holder || !Method)
    return false;
  // Some of the members are inherited, from a base that is no holder.
  const Expr &Named = *Object->IgnoreParenImpCasts();
  if (!isHolder(Named.getType()))
    return false;
  if (fills(*Method)) {
    note(Named, Use::of(Use::Filled, &Call));
    Use U = Use::of(Use::Kept, &Call);
    U.To = Holder;
    U.Adds = !holdsOne(Named.getType());
    U.AsRValue = U.Moved = true;
    for (const Expr *Arg : Call.arguments())
      expression(Arg, U);
    return true;
  }
  bool Clears = clears(*Method);
  if (!Clears && !onlyPrepares(*Method) &&
      !(Method->getReturnType()->isBooleanType() && isQuery(*Method)))
    return false;
  note(Named, Use::of(Clears ? Use::Cleared : Use::Asked, &Call));
  for (const Expr *Arg : Call.arguments())
    handOn(Arg, &Call);
  return true;
}

void UseFinder::receiver(const CXXMemberCallExpr &Call) {
  const Expr *Object = Call.getImplicitObjectArgument();
  const CXXMethodDecl *Method = Call.getMethodDecl();
  if (!Object)
    return;
  bool Converts = llvm::isa_and_nonnull<CXXConversionDecl>(Method) &&
                  Method->getReturnType()->isBooleanType();
  Use U = Use::of(Converts                     ? Use::Tested
                  : Method && isQuery(*Method) ? Use::Asked
                                               : Use::HandedOn,
                  &Call);
  U.AsRValue = Object->isXValue() || Object->isPRValue();
  expression(Object, U);
}

/// Whether what is given as \p Index is a task that only another file shows
/// what becomes of: \p Callee gets a reference to it.
bool UseFinder::mayLeaveUnread(const FunctionDecl &Callee,
                               unsigned Index) const {
  if (Index >= Callee.getNumParams() || isa<CXXConstructorDecl>(Callee))
    return false;
  QualType T = Callee.getParamDecl(Index)->getType();
  return T->isReferenceType() &&
         M.taskTypes().find(T.getNonReferenceType().getUnqualifiedType()) &&
         M.isElsewhere(Callee);
}

void UseFinder::arguments(const CallExpr &Call) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  // Those that lose a race are still where they were.
  const RuleEntry *Race =
      M.rules().find(plainCallSite(Call), Role::Race, nullptr);
  bool LeavesLosers = Race && !Race->CancelsLosers.value_or(false);
  bool IsMember = isa<CXXOperatorCallExpr>(Call) &&
                  llvm::isa_and_nonnull<CXXMethodDecl>(Callee);
  for (auto [Index, Arg] : llvm::enumerate(Call.arguments())) {
    Use U = Use::of(Use::HandedOn, &Call);
    if (IsMember && Index == 0) {
      const auto *Method = cast<CXXMethodDecl>(Callee);
      if (isQuery(*Method))
        U.What = Use::Asked;
    } else if (LeavesLosers && Arg->isLValue()) {
      U.What = Use::Raced;
    } else if (Callee && leavesUnread(*Callee, Index - IsMember, M.project())) {
      U.What = Use::Unread;
      U.Callee = Callee;
    } else if (Callee && mayLeaveUnread(*Callee, Index - IsMember)) {
      Found.Doubtful = true;
      if (Doubts) {
        U.What = Use::Unread;
        U.Callee = Callee->getCanonicalDecl();
        U.Parameter = Index - IsMember;
        U.IsUnseen = true;
      }
    }
    expression(Arg, U);
  }
}

static bool isMove(const CallExpr &Call) { return valueSource(&Call) != &Call; }

void UseFinder::call(const CallExpr &Call, Use U) {
  if (isMove(Call)) {
    U.AsRValue = true;
    return expression(Call.getArg(0), U);
  }
  note(Call, U);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
      Operator && assignment(*Operator))
    return;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call)) {
    if (onHolder(*Member))
      return;
    receiver(*Member);
  } else if (const FunctionDecl *Callee = Call.getDirectCallee();
             Callee && wraps(*Callee)) {
    U.Moved = true;
    return parts(Call.arguments(), U);
  } else if (!Callee) {
    handOn(Call.getCallee(), &Call);
  }
  arguments(Call);
}

/// What makes up a pair or tuple; each part that is bound to a name of its own
/// is kept there.
void UseFinder::parts(llvm::iterator_range<CallExpr::const_arg_iterator> Args,
                      Use U) {
  const auto *Bound = llvm::dyn_cast_or_null<DecompositionDecl>(U.To.Variable);
  bool Matches = Bound && Bound->bindings().size() ==
                              static_cast<std::size_t>(
                                  std::distance(Args.begin(), Args.end()));
  for (auto [Index, Arg] : llvm::enumerate(Args)) {
    Use Part = U;
    Part.Adds |= Args.begin() + 1 < Args.end();
    if (Matches)
      Part.To = Place::of(*Bound->bindings()[Index]);
    expression(Arg, Part);
  }
}

void UseFinder::construction(const CXXConstructExpr &Make, Use U) {
  const CXXConstructorDecl *Constructor = Make.getConstructor();
  if (Make.getNumArgs() == 1 && Constructor->isCopyOrMoveConstructor()) {
    U.Moved |= Constructor->isMoveConstructor();
    return expression(Make.getArg(0), U);
  }
  // What is put into a pair, an optional or a vector is where that is.
  if (isHolder(Make.getType()) && Make.getNumArgs()) {
    U.Moved = true;
    return parts(Make.arguments(), U);
  }
  note(Make, U);
  for (const Expr *Arg : Make.arguments())
    handOn(Arg, &Make);
}

/// `S{a(), b()}`: each in its own member, where the structure has a place.
void UseFinder::members(QualType T, llvm::ArrayRef<Expr *> Inits, Use U) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  U.Moved = true;
  bool HasMembers = Record && U.What == Use::Kept && U.To.Variable &&
                    !U.To.Field && !Record->isInStdNamespace() &&
                    !Record->getNumBases() && !U.Adds;
  auto Field =
      HasMembers ? Record->field_begin() : RecordDecl::field_iterator();
  for (const Expr *Init : Inits) {
    Use Inner = U;
    Inner.Adds |= !HasMembers && Inits.size() > 1;
    if (HasMembers && Field != Record->field_end())
      Inner.To.Field = *Field++;
    expression(Init, Inner);
  }
}

void UseFinder::list(const InitListExpr &Written, Use U) {
  const InitListExpr &List =
      Written.isSyntacticForm() && Written.getSemanticForm()
          ? *Written.getSemanticForm()
          : Written;
  if (isHolder(List.getType()))
    return members(List.getType(), List.inits(), U);
  for (const Expr *Init : List.inits())
    expression(Init, List.getNumInits() == 1 ? U : Use::of(Use::HandedOn));
}

void UseFinder::lambda(const LambdaExpr &Lambda) {
  auto Init = Lambda.capture_init_begin();
  for (const LambdaCapture &Capture : Lambda.captures()) {
    const Expr *Value = *Init++;
    if (!Value)
      continue;
    Use U = Use::of(Use::HandedOn, &Lambda);
    if (Lambda.isInitCapture(&Capture) &&
        !mentions(*Lambda.getBody(), *Capture.getCapturedVar()))
      U.What = Use::Unread, U.To = {Capture.getCapturedVar()};
    expression(Value, U);
  }
}

/// What may put values into something else.
void UseFinder::making(const Expr &E, Use U) {
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    return call(*Call, U);
  if (const auto *Make = dyn_cast<CXXConstructExpr>(&E))
    return construction(*Make, U);
  if (const auto *List = dyn_cast<InitListExpr>(&E))
    return list(*List, U);
  if (const auto *List = dyn_cast<CXXParenListInitExpr>(&E))
    return members(List->getType(), List->getInitExprs(), U);
  lambda(cast<LambdaExpr>(E));
}

} // namespace asynctidy
