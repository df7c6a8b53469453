// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "SharedMarks.h"
#include "CallSite.h"
#include "Model.h"
#include "Names.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {
namespace {

using Change = std::optional<MarkChange>;

Change flag(const Expr &Of, const Expr &Value, bool Asks = false) {
  const auto *Literal = dyn_cast<CXXBoolLiteralExpr>(valueSource(&Value));
  return Literal ? Change({MarkChange::Flag, &Of, Literal->getValue(), Asks})
                 : std::nullopt;
}

Change counter(const Expr &Of, bool Up) {
  return MarkChange{MarkChange::Counter, &Of, Up};
}

Change byOperator(const Stmt &S) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S);
      Unary && Unary->isIncrementDecrementOp())
    return counter(*Unary->getSubExpr(), Unary->isIncrementOp());
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S)) {
    if (Binary->getOpcode() == BO_Assign)
      return flag(*Binary->getLHS(), *Binary->getRHS());
    if (Binary->getOpcode() == BO_AddAssign ||
        Binary->getOpcode() == BO_SubAssign)
      return counter(*Binary->getLHS(), Binary->getOpcode() == BO_AddAssign);
  }
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
  switch (Call ? Call->getOperator() : OO_None) {
  case OO_PlusPlus:
  case OO_PlusEqual:
    return counter(*Call->getArg(0), true);
  case OO_MinusMinus:
  case OO_MinusEqual:
    return counter(*Call->getArg(0), false);
  case OO_Equal:
    return flag(*Call->getArg(0), *Call->getArg(1));
  default:
    return std::nullopt;
  }
}

/// Of std::atomic.
Change byAtomic(const Stmt &S) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || !Call->getNumArgs())
    return std::nullopt;
  const Expr &Of = *Call->getImplicitObjectArgument()->IgnoreParenImpCasts();
  if (!typeIs(Of.getType(), "std::atomic"))
    return std::nullopt;
  std::string Name = lastPart(*Method);
  if (Name == "store" || Name == "exchange")
    return flag(Of, *Call->getArg(0), Name == "exchange");
  if (Name == "fetch_add" || Name == "fetch_sub")
    return counter(Of, Name == "fetch_add");
  return std::nullopt;
}

Change byPermit(const Stmt &S, const Model &M) {
  const auto *Await = dyn_cast<CoawaitExpr>(&S);
  const auto *Call = dyn_cast<CXXMemberCallExpr>(
      Await ? valueSource(Await->getOperand()) : &S);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || (Await && M.taskTypes().isGuard(Await->getType())))
    return std::nullopt;
  const Expr &Of = *Call->getImplicitObjectArgument();
  if (!M.rules().findType(Of.getType(), Role::Permit) &&
      !M.rules().findType(Of.getType(), Role::Lock))
    return std::nullopt;
  static constexpr llvm::StringLiteral Takes[] = {"acquire", "lock", "wait"};
  static constexpr llvm::StringLiteral Gives[] = {"release", "unlock",
                                                  "signal"};
  if (Await && hasWord(lastPart(*Method), Takes))
    return MarkChange{MarkChange::Permit, &Of, true};
  if (hasWord(lastPart(*Method), Gives))
    return MarkChange{MarkChange::Permit, &Of, false};
  return std::nullopt;
}

} // namespace

std::optional<MarkChange> markChangeBy(const Stmt &S, const Model &M) {
  Change Found = byOperator(S);
  if (!Found)
    Found = byAtomic(S);
  if (!Found)
    Found = byPermit(S, M);
  return Found;
}

} // namespace asynctidy
