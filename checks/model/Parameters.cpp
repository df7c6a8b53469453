// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Parameters.h"
#include "CallSite.h"
#include "Coroutine.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

Parameters::Parameters(const FunctionDecl *Of)
    : F(Of ? definitionOf(*Of) : nullptr) {}

const VariableChanges &Parameters::changes() const {
  if (!Changes)
    Changes.emplace(*F);
  return *Changes;
}

const Expr *Parameters::initializerOf(const Expr *E) const {
  const auto *Ref =
      llvm::dyn_cast_or_null<DeclRefExpr>(E ? E->IgnoreParenImpCasts() : E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return F && V && V->isLocalVarDecl() && V->getInit() &&
                 changes().keepsValue(*V)
             ? V->getInit()
             : nullptr;
}

/// What \p Cast makes the same value of; null if it may be another one.
static const Expr *beforeCast(const CastExpr &Cast,
                              Parameters::Conversion Allowed,
                              const ASTContext &AST) {
  const Expr *E = Cast.getSubExpr();
  switch (Cast.getCastKind()) {
  case CK_LValueToRValue:
  case CK_NoOp:
  case CK_ConstructorConversion:
    return E;
  case CK_IntegralCast:
  case CK_IntegralToBoolean:
    return Allowed(E->getType(), Cast.getType(), AST) ? E : nullptr;
  case CK_BitCast:
  case CK_BaseToDerived:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase: // null stays null
    return E->getType()->isPointerType() && Cast.getType()->isPointerType()
               ? E
               : nullptr;
  default:
    return nullptr;
  }
}

/// What \p Make copies, moves, or makes a duration of.
static const Expr *copiedBy(const CXXConstructExpr &Make) {
  if (!Make.getNumArgs() ||
      (Make.getNumArgs() > 1 && !isa<CXXDefaultArgExpr>(Make.getArg(1))))
    return nullptr;
  const Expr *From = Make.getArg(0);
  if (Make.getConstructor()->isCopyOrMoveConstructor())
    return From;
  bool IsTicks = From->getType()->isIntegralOrEnumerationType();
  return isDuration(Make.getType()) && (IsTicks || isDuration(From->getType()))
             ? From
             : nullptr;
}

/// The expression inside of \p E that has the same value; null if it makes a
/// value of its own.
static const Expr *sameValue(const Expr *E, Parameters::Conversion Allowed,
                             const ASTContext &AST) {
  if (const Expr *Inner = E->IgnoreParens(); Inner != E)
    return Inner;
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return beforeCast(*Cast, Allowed, AST);
  if (const auto *Make = dyn_cast<CXXConstructExpr>(E))
    return copiedBy(*Make);
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return Full->getSubExpr();
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return Temporary->getSubExpr();
  if (const auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(E))
    return Temporary->getSubExpr();
  if (const auto *List = dyn_cast<InitListExpr>(E)) // int{n}
    return List->getNumInits() == 1 && !List->getType()->isRecordType() &&
                   !List->getType()->isArrayType()
               ? List->getInit(0)
               : nullptr;
  if (isa<CallExpr>(E) && valueSource(E) != E) // std::move, std::forward
    return cast<CallExpr>(E)->getArg(0);
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    const Expr *Object = Call->getImplicitObjectArgument();
    if (Method && Method->getIdentifier() && Method->getName() == "count" &&
        isDuration(Object->getType()))
      return Object;
  }
  return nullptr;
}

const ParmVarDecl *Parameters::passedOn(const Expr *E,
                                        Conversion Allowed) const {
  // The bound only guards against `T x = x`.
  for (int Step = 0; F && E && Step < 64; ++Step) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Parameter = dyn_cast<ParmVarDecl>(Ref->getDecl());
      if (Parameter)
        return llvm::is_contained(F->parameters(), Parameter) &&
                       changes().keepsValue(*Parameter)
                   ? Parameter
                   : nullptr;
      E = initializerOf(Ref);
    } else {
      E = sameValue(E, Allowed, F->getASTContext());
    }
  }
  return nullptr;
}

} // namespace asynctidy
