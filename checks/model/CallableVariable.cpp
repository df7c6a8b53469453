// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CallableVariable.h"
#include "Names.h"
#include "VariableChanges.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Looks at most \p Depth template arguments deep.
static bool holdsCallables(QualType T, const Project &P, unsigned Depth) {
  if (T.isNull() || !Depth)
    return false;
  T = T.getNonReferenceType();
  if (T->isFunctionPointerType() || T->isMemberFunctionPointerType())
    return true;
  if (T->isPointerType())
    return holdsCallables(T->getPointeeType(), P, Depth - 1);
  if (const ArrayType *Array = T->getAsArrayTypeUnsafe())
    return holdsCallables(Array->getElementType(), P, Depth - 1);
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || Record->isLambda() || P.contains(Record->getLocation()))
    return false;
  if (isCallableObject(T))
    return !Record->getDefinition()->isEmpty(); // no std::less
  return llvm::any_of(typeArguments(T), [&](QualType Argument) {
    return holdsCallables(Argument, P, Depth - 1);
  });
}

bool holdsCallables(QualType T, const Project &P) {
  return holdsCallables(T, P, 6);
}

namespace {

/// Goes from an expression to the variable that its value is in.
class VariableSearch {
public:
  VariableSearch(const Project &P, bool ThroughCopies)
      : P(P), ThroughCopies(ThroughCopies) {}

  const ValueDecl *find(const Expr *E);

private:
  bool isDone(const ValueDecl &Named) const;
  const Expr *next(const Expr &E);
  const Expr *named(const ValueDecl &Named);
  const Expr *called(const CallExpr &Call);
  const Expr *dereferenced(const Expr *Pointer) {
    Dereferenced = true;
    return Pointer;
  }

  const Project &P;
  const bool ThroughCopies;
  /// What is looked for is what the next expression points to.
  bool Dereferenced = false;
};

} // namespace

/// As of std::pair.
static bool isStandardMember(const ValueDecl &Named) {
  return isa<FieldDecl>(Named) && Named.getDeclContext()
                                      ->getEnclosingNamespaceContext()
                                      ->isStdNamespace();
}

/// Whether \p Named lasts, or is given by a caller. A member of std::pair is
/// nothing by itself.
bool VariableSearch::isDone(const ValueDecl &Named) const {
  const auto *Variable = dyn_cast<VarDecl>(&Named);
  return isa<ParmVarDecl>(Named) ||
         (isa<FieldDecl>(Named) && !isStandardMember(Named)) ||
         (Variable && Variable->hasGlobalStorage());
}

/// What the local variable or binding \p Named is made of.
const Expr *VariableSearch::named(const ValueDecl &Named) {
  if (const auto *Binding = dyn_cast<BindingDecl>(&Named)) {
    const VarDecl *Holder = Binding->getHoldingVar();
    return Holder ? Holder->getInit() : Binding->getBinding();
  }
  const auto *Variable = dyn_cast<VarDecl>(&Named);
  if (!Variable)
    return nullptr;
  QualType T = Variable->getType();
  bool RefersToIt = Dereferenced || T->isReferenceType() ||
                    (T->isPointerType() && !T->isFunctionPointerType());
  Dereferenced = false;
  return ThroughCopies || RefersToIt ? Variable->getInit() : nullptr;
}

/// Of the calls that give an element of something, or where it is: that.
const Expr *VariableSearch::called(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || P.contains(F->getLocation()))
    return nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call))
    switch (Operator->getOperator()) {
    case OO_Star:
    case OO_Arrow:
      return dereferenced(Operator->getArg(0));
    case OO_Subscript:
    case OO_PlusPlus:
    case OO_MinusMinus:
    case OO_Plus:
    case OO_Minus:
    case OO_Equal: // a = b = f
    case OO_Pipe:  // handlers | std::views::values
      return Operator->getArg(0);
    default:
      return nullptr;
    }
  if (const auto *OnObject = dyn_cast<CXXMemberCallExpr>(&Call))
    return OnObject->getImplicitObjectArgument();
  static constexpr llvm::StringLiteral GiveOn[] = {
      "addressof", "as_const", "begin",    "cbegin",    "cref",
      "data",      "end",      "exchange", "get",       "next",
      "prev",      "ref",      "rbegin",   "to_address"};
  bool GivesOn = F->isInStdNamespace() && Call.getNumArgs() &&
                 llvm::is_contained(GiveOn, lastPart(*F));
  return GivesOn ? Call.getArg(0) : nullptr;
}

/// Where to look next for what \p E is.
const Expr *VariableSearch::next(const Expr &E) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E))
    return named(*Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(&E)) {
    Dereferenced |= Member->isArrow();
    return isa<FieldDecl>(Member->getMemberDecl()) ? Member->getBase()
                                                   : nullptr;
  }
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(&E))
    return dereferenced(Element->getBase());
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E)) {
    if (Unary->getOpcode() == UO_Deref)
      return dereferenced(Unary->getSubExpr());
    bool Moves = Unary->isIncrementDecrementOp();
    return Moves || Unary->getOpcode() == UO_AddrOf ? Unary->getSubExpr()
                                                    : nullptr;
  }
  if (const auto *Sum = dyn_cast<BinaryOperator>(&E))
    return Sum->getOpcode() == BO_Add && Sum->getType()->isPointerType()
               ? Sum->getLHS()
               : nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    return called(*Call);
  // `std::function<void()> f = pointer;`
  const auto *Make = dyn_cast<CXXConstructExpr>(&E);
  bool Wraps = Make && ThroughCopies && Make->getNumArgs() &&
               holdsCallables(Make->getType(), P);
  return Wraps ? Make->getArg(0) : nullptr;
}

const ValueDecl *VariableSearch::find(const Expr *E) {
  // Chains are short; the bound only guards against `T x = x`.
  for (int Hop = 0; Hop < 32; ++Hop) {
    E = valueSource(E);
    if (!E)
      return nullptr;
    const ValueDecl *Named = nullptr;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      Named = Ref->getDecl();
    else if (const auto *Member = dyn_cast<MemberExpr>(E))
      Named = Member->getMemberDecl();
    if (Named && isDone(*Named))
      return Hop == 0 || holdsCallables(Named->getType(), P)
                 ? cast<ValueDecl>(Named->getCanonicalDecl())
                 : nullptr;
    E = next(*E);
  }
  return nullptr;
}

const ValueDecl *variableBehind(const Expr *E, const Project &P) {
  return VariableSearch(P, /*ThroughCopies=*/true).find(E);
}

const ValueDecl *changedVariable(const Expr *E, const Project &P) {
  return VariableSearch(P, /*ThroughCopies=*/false).find(E);
}

const ValueDecl *calledVariable(const CallSite &Site, const Project &P) {
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Site.E);
  if (!Call || Site.What != CallSite::Call)
    return nullptr;
  const Expr *Called = nullptr;
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
  if (Operator && Operator->getOperator() == OO_Call)
    Called = Operator->getArg(0);
  else if (!Call->getDirectCallee())
    Called = valueSource(Call->getCallee());
  const auto *OnObject = llvm::dyn_cast_or_null<BinaryOperator>(Called);
  if (OnObject && OnObject->isPtrMemOp())
    Called = OnObject->getRHS();
  const auto *Pointee = llvm::dyn_cast_or_null<UnaryOperator>(Called);
  if (Pointee && Pointee->getOpcode() == UO_Deref)
    Called = Pointee->getSubExpr();
  const ValueDecl *Variable = Called ? variableBehind(Called, P) : nullptr;
  // What callers put into containers is not followed.
  bool IsParameter = llvm::isa_and_nonnull<ParmVarDecl>(Variable);
  return IsParameter && !isCallable(Variable->getType()) ? nullptr : Variable;
}

} // namespace asynctidy
