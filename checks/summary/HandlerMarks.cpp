// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "HandlerMarks.h"
#include "model/CallSite.h"
#include "model/Comparison.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
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

/// What the assignment \p S gives; null where that is not to be seen.
static const Expr *valueGivenBy(const Stmt &S) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
    return valueSource(Binary->getRHS());
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S))
    return valueSource(Operator->getArg(1));
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&S);
  return Member && Member->getNumArgs() == 1 ? valueSource(Member->getArg(0))
                                             : nullptr;
}

/// Whether \p S, which gives an optional \p Value, leaves it empty.
static bool empties(const Stmt &S, const Expr *Value) {
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&S);
  const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
  return Method ? lastPart(*Method) == "reset"
                : Value && typeIs(Value->getType(), "std::nullopt_t");
}

void HandlerMarks::collect(const Stmt &S) {
  if (const ValueDecl *V = assignedBy(S)) {
    Given &To = Assigned[V];
    To.Value = valueGivenBy(S);
    if (typeIs(V->getType(), "std::optional"))
      To.IsThere = !empties(S, To.Value);
  }
  for (const Stmt *Child : S.children())
    if (Child)
      collect(*Child);
}

/// The variable that \p E asks for: `failed`, `failed.load()`, an exception
/// pointer that is converted.
static const Expr *asked(const Expr &E) {
  const Expr *Asked = valueSource(&E);
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Asked);
      Member && !Member->getNumArgs())
    Asked = valueSource(Member->getImplicitObjectArgument());
  return Asked;
}

void HandlerMarks::collectLater(const Stmt &S, const CXXTryStmt &Try) {
  if (&S == &Try) // its other handlers are not entered as well
    return;
  if (const ValueDecl *V = assignedBy(S);
      V && Assigned.contains(V) && Scopes.isBefore(Try, S))
    Later.push_back(&S);
  for (const Stmt *Child : S.children())
    if (Child)
      collectLater(*Child, Try);
}

HandlerMarks::HandlerMarks(const CXXTryStmt &Try, const CXXCatchStmt &Handler,
                           const Stmt &Body, const LexicalScopes &Scopes)
    : Scopes(Scopes) {
  collect(*Handler.getHandlerBlock());
  if (!Assigned.empty())
    collectLater(Body, Try);
}

/// Whether what \p Asked asks for has another value by then, in the text.
bool HandlerMarks::isReplacedBefore(const Expr &Asked) const {
  return llvm::any_of(Later, [&](const Stmt *S) {
    return namedValue(asked(Asked)) == assignedBy(*S) &&
           Scopes.isBefore(*S, Asked);
  });
}

/// What \p E is, as a truth value or a number: that of a literal or a constant,
/// 1 for the exception that is being handled, 0 for no exception.
static std::optional<llvm::APSInt> numberOf(const Expr *E,
                                            const ASTContext &AST) {
  E = valueSource(E);
  if (const auto *Make = dyn_cast<CXXConstructExpr>(E);
      Make && Make->getNumArgs() == 1)
    E = valueSource(Make->getArg(0));
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
    return llvm::APSInt::get(0);
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (F && lastPart(*F) == "current_exception")
    return llvm::APSInt::get(1);
  Expr::EvalResult Result;
  if (E->isValueDependent() || !E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, AST))
    return std::nullopt;
  return Result.Val.getInt();
}

std::optional<bool> HandlerMarks::answer(const Expr &Condition,
                                         const ASTContext &AST) const {
  const Expr *E = valueSource(&Condition);
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot) {
    std::optional<bool> Inner = answer(*Not->getSubExpr(), AST);
    return Inner ? std::optional(!*Inner) : std::nullopt;
  }
  std::optional<Comparison> Compared = comparisonOf(*E);
  const Expr &Subject = Compared ? *Compared->Left : *E;
  Given To = Assigned.lookup(namedValue(asked(Subject)));
  if (isReplacedBefore(Subject))
    return std::nullopt;
  if (To.IsThere)
    return Compared ? std::nullopt : To.IsThere;
  std::optional<llvm::APSInt> Value =
      To.Value ? numberOf(To.Value, AST) : std::nullopt;
  if (!Value)
    return std::nullopt;
  if (!Compared)
    return !Value->isZero();
  std::optional<llvm::APSInt> Wanted = numberOf(Compared->Right, AST);
  if (!Wanted)
    return std::nullopt;
  return llvm::APSInt::isSameValue(*Value, *Wanted) == Compared->ForEqual;
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
