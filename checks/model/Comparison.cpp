// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Comparison.h"

using namespace clang;

namespace asynctidy {

std::optional<Comparison> comparisonOf(const Expr &E) {
  const Expr *Condition = E.IgnoreParenImpCasts();
  if (const auto *Binary = dyn_cast<BinaryOperator>(Condition)) {
    if (!Binary->isEqualityOp())
      return std::nullopt;
    return Comparison{Binary->getLHS(), Binary->getRHS(),
                      Binary->getOpcode() == BO_EQ};
  }
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Condition)) {
    if (Call->getNumArgs() != 2 || (Call->getOperator() != OO_EqualEqual &&
                                    Call->getOperator() != OO_ExclaimEqual))
      return std::nullopt;
    return Comparison{Call->getArg(0), Call->getArg(1),
                      Call->getOperator() == OO_EqualEqual};
  }
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(Condition)) {
    auto Parts = Rewritten->getDecomposedForm();
    if (Parts.Opcode != BO_EQ && Parts.Opcode != BO_NE)
      return std::nullopt;
    return Comparison{Parts.LHS, Parts.RHS, Parts.Opcode == BO_EQ};
  }
  return std::nullopt;
}

} // namespace asynctidy
