// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "HandlerMarks.h"
#include "model/CallSite.h"
#include "model/Names.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

const ValueDecl *assignedBy(const Stmt &S) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S);
      Binary && Binary->getOpcode() == BO_Assign)
    return namedValue(Binary->getLHS()->IgnoreParenImpCasts());
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S);
  if (Operator && Operator->getOperator() == OO_Equal)
    return namedValue(Operator->getArg(0)->IgnoreParenImpCasts());
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&S);
  const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
  static constexpr llvm::StringLiteral Setters[] = {"assign", "emplace",
                                                    "store", "set", "reset"};
  if (Method && hasWord(lastPart(*Method), Setters))
    return namedValue(
        Member->getImplicitObjectArgument()->IgnoreParenImpCasts());
  return nullptr;
}

void HandlerMarks::collect(const Stmt &S) {
  if (const ValueDecl *V = assignedBy(S))
    Assigned.insert(V);
  for (const Stmt *Child : S.children())
    if (Child)
      collect(*Child);
}

bool HandlerMarks::areSeenBy(const Stmt &S) const {
  if (const auto *E = dyn_cast<Expr>(&S);
      E && Assigned.contains(namedValue(E->IgnoreParenImpCasts())))
    return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && areSeenBy(*Child);
  });
}

} // namespace asynctidy
