// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Relation.h"
#include "model/Numbers.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace asynctidy {

std::optional<Relation> relationOf(const Expr &E) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(&E)) {
    if (Binary->isComparisonOp() && Binary->getOpcode() != BO_Cmp)
      return Relation{Binary->getLHS(), Binary->getRHS(), Binary->getOpcode()};
    return std::nullopt;
  }
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&E)) {
    if (!Call->isComparisonOp() || Call->getOperator() == OO_Spaceship ||
        Call->getNumArgs() != 2)
      return std::nullopt;
    return Relation{Call->getArg(0), Call->getArg(1),
                    BinaryOperator::getOverloadedOpcode(Call->getOperator())};
  }
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(&E)) {
    auto Parts = Rewritten->getDecomposedForm();
    return Relation{Parts.LHS, Parts.RHS, Parts.Opcode};
  }
  return std::nullopt;
}

const Expr *askedFor(const Expr *E, const ASTContext &AST) {
  const Expr *Asked = E->IgnoreParens();
  while (const auto *Cast = dyn_cast<CastExpr>(Asked)) {
    const Expr *From = Cast->getSubExpr();
    switch (Cast->getCastKind()) {
    case CK_IntegralToBoolean:
    case CK_PointerToBoolean:
    case CK_LValueToRValue:
    case CK_NoOp:
      break;
    default:
      if (!keepsAllValues(From->getType(), Cast->getType(), AST))
        return E;
    }
    Asked = From->IgnoreParens();
  }
  const auto *Call = dyn_cast<CallExpr>(Asked);
  return Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect
             ? askedFor(Call->getArg(0), AST)
             : Asked;
}

} // namespace asynctidy
