// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CallSite.h"
#include "Names.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

Routine routineOf(const FunctionDecl &F) {
  return Routine(F.getCanonicalDecl(), RoutineKind::Run);
}

Routine destructionOf(const CXXRecordDecl &Record) {
  return Routine(Record.getCanonicalDecl(), RoutineKind::Destroy);
}

Routine wholeRoutineOf(const FunctionDecl &F) {
  const auto *Destructor = dyn_cast<CXXDestructorDecl>(&F);
  return Destructor ? destructionOf(*Destructor->getParent()) : routineOf(F);
}

const FunctionDecl *writtenFunction(Routine R) {
  if (const auto *F = dyn_cast<FunctionDecl>(R.getPointer()))
    return F;
  const auto *Class = cast<CXXRecordDecl>(R.getPointer())->getDefinition();
  const CXXDestructorDecl *Destructor =
      Class && R.getInt() == RoutineKind::Destroy ? Class->getDestructor()
                                                  : nullptr;
  return Destructor && Destructor->isUserProvided() ? Destructor : nullptr;
}

std::string messageName(Routine R) {
  if (const auto *F = dyn_cast<FunctionDecl>(R.getPointer()))
    return messageName(*F);
  const auto &Class = *cast<NamedDecl>(R.getPointer());
  return R.getInt() == RoutineKind::Destroy ? "~" + lastPart(Class)
                                            : qualifiedName(Class);
}

const FunctionDecl *CallSite::function() const {
  return llvm::dyn_cast_or_null<FunctionDecl>(Callee.getPointer());
}

const CXXRecordDecl *CallSite::record() const {
  return llvm::dyn_cast_or_null<CXXRecordDecl>(Callee.getPointer());
}

/// The function object of that call: `folly::coro::blockingWait`, whose class
/// no user has ever heard of. Null for what is local or a member.
static const VarDecl *namedFunctionObject(const CallSite &Site) {
  const FunctionDecl *F = Site.function();
  if (!F || F->getOverloadedOperator() != OO_Call)
    return nullptr;
  const auto *Object =
      llvm::dyn_cast_or_null<VarDecl>(namedValue(Site.Receiver));
  return Object && Object->isFileVarDecl() ? Object : nullptr;
}

std::string CallSite::messageName() const {
  if (const VarDecl *Object = namedFunctionObject(*this))
    return qualifiedName(*Object);
  if (What != Call && !ObjectType.isNull())
    return asynctidy::messageName(ObjectType);
  if (const FunctionDecl *F = function()) {
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    const CXXRecordDecl *Object = recordOf(ObjectType);
    // A user knows the class in hand, not the base that declares the method.
    if (Method && Object && !Object->isLambda() && !isa<CXXConstructorDecl>(F))
      return asynctidy::messageName(ObjectType->isPointerType()
                                        ? ObjectType->getPointeeType()
                                        : ObjectType) +
             "::" + lastPart(*F);
    return asynctidy::messageName(*F);
  }
  const CXXRecordDecl *Record = record();
  return Record ? qualifiedName(*Record) : std::string();
}

static bool isCast(const FunctionDecl *F) {
  if (!F || !F->isInStdNamespace() || !F->getIdentifier())
    return false;
  return F->getName() == "move" || F->getName() == "forward";
}

/// Whether the first argument of \p Call is the object.
static bool isMemberOperator(const CallExpr &Call) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee());
  return isa<CXXOperatorCallExpr>(Call) && Method && Method->isInstance();
}

const Expr *receiverOf(const CallExpr &Call) {
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call))
    return Member->getImplicitObjectArgument();
  return isMemberOperator(Call) ? Call.getArg(0) : nullptr;
}

void forEachArgument(
    const CallExpr &Call,
    llvm::function_ref<void(const ParmVarDecl &, unsigned, const Expr &)> Use) {
  const FunctionDecl *F = Call.getDirectCallee();
  unsigned First = isMemberOperator(Call);
  for (unsigned I = First; F && I < Call.getNumArgs(); ++I)
    if (I - First < F->getNumParams())
      Use(*F->getParamDecl(I - First), I - First, *Call.getArg(I));
}

const Expr *valueSource(const Expr *E) {
  while (E) {
    const Expr *Before = E;
    E = E->IgnoreParens()->IgnoreImplicit();
    if (const auto *Cast = dyn_cast<CastExpr>(E))
      E = Cast->getSubExpr();
    else if (const auto *Call = dyn_cast<CallExpr>(E);
             Call && Call->getNumArgs() == 1 && isCast(Call->getDirectCallee()))
      E = Call->getArg(0);
    else if (const auto *Make = dyn_cast<CXXConstructExpr>(E);
             Make && Make->getNumArgs() == 1 &&
             Make->getConstructor()->isCopyOrMoveConstructor())
      E = Make->getArg(0);
    if (E == Before)
      return E;
  }
  return E;
}

const ValueDecl *namedValue(const Expr *E) {
  E = valueSource(E);
  if (!E)
    return nullptr;
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address &&
      (Address->getOpcode() == UO_AddrOf || Address->getOpcode() == UO_Deref))
    return namedValue(Address->getSubExpr());
  // What an iterator or a smart pointer points to, as with plain pointers.
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
      Call && Call->getNumArgs() == 1 &&
      (Call->getOperator() == OO_Arrow || Call->getOperator() == OO_Star))
    return namedValue(Call->getArg(0));
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return dyn_cast<ValueDecl>(Ref->getDecl()->getCanonicalDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return dyn_cast<ValueDecl>(Member->getMemberDecl()->getCanonicalDecl());
  return nullptr;
}

const Expr *valueOrigin(const Expr *E) {
  // Chains of variables are short; the bound only guards against `T x = x`.
  for (int Hop = 0; Hop < 8; ++Hop) {
    E = valueSource(E);
    const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(E);
    const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Variable || !Variable->isLocalVarDecl() || !Variable->getInit())
      return E;
    // In a template, the list of `T x(a, b)` is no value of any type yet.
    if (isa<ParenListExpr>(Variable->getInit()))
      return E;
    E = Variable->getInit();
  }
  return E;
}

} // namespace asynctidy
