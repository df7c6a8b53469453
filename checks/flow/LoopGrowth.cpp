// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How often a loop runs.
#include "Growth.h"
#include "model/CallSite.h"
#include "model/Constants.h"
#include "model/Names.h"
#include "model/Starts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

/// The range whose end \p E is.
static const Expr *rangeEndedBy(const Expr *E) {
  const auto *Call = dyn_cast_or_null<CallExpr>(valueOrigin(E));
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || !F->getIdentifier() ||
      (F->getName() != "end" && F->getName() != "cend" &&
       F->getName() != "rend"))
    return nullptr;
  if (const Expr *Object = receiverOf(*Call))
    return Object;
  return Call->getNumArgs() ? Call->getArg(0) : nullptr;
}

/// The variable whose number \p E is, be it an atomic one.
static const ValueDecl *numberIn(const Expr *E) {
  E = valueSource(E);
  if (const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(E)) {
    const FunctionDecl *F = Call->getMethodDecl();
    bool Gives = F && (isa<CXXConversionDecl>(F) || lastPart(*F) == "load");
    E = Gives ? valueSource(Call->getImplicitObjectArgument()) : nullptr;
  }
  return namedValue(E);
}

/// What \p E counts up or down; null where it does not.
static const Expr *countedBy(const Expr &E) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E))
    return Unary->isIncrementDecrementOp() ? Unary->getSubExpr() : nullptr;
  if (const auto *Binary = dyn_cast<BinaryOperator>(&E))
    return Binary->isCompoundAssignmentOp() ? Binary->getLHS() : nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E)) {
    OverloadedOperatorKind Kind = Operator->getOperator();
    bool Counts = Kind == OO_PlusPlus || Kind == OO_MinusMinus ||
                  Kind == OO_PlusEqual || Kind == OO_MinusEqual;
    return Counts ? Operator->getArg(0) : nullptr;
  }
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&E);
  const FunctionDecl *F = Call ? Call->getMethodDecl() : nullptr;
  bool Counts = F && F->getIdentifier() &&
                (F->getName() == "fetch_add" || F->getName() == "fetch_sub");
  return Counts ? Call->getImplicitObjectArgument() : nullptr;
}

/// Whether \p Loop changes the number \p E by one step after the other.
static bool isCounter(const Expr *E, const Stmt &Loop) {
  if (countedBy(*E->IgnoreParenImpCasts()))
    return true;
  const ValueDecl *D = numberIn(E);
  bool Changes = false;
  if (D)
    forEachExpression(Loop, [&](const Expr &Inner) {
      const Expr *Counted = countedBy(Inner);
      Changes |= Counted && numberIn(Counted) == D;
    });
  return Changes;
}

/// The number that the counter \p E begins with where \p Loop counts down; null
/// where it counts up.
static const Expr *beginOfCountdown(const Expr *E, const Stmt &Loop) {
  const Expr *Plain = E->IgnoreParenImpCasts();
  const auto *Unary = dyn_cast<UnaryOperator>(Plain);
  if (Unary && Unary->isIncrementDecrementOp())
    Plain = Unary->getSubExpr();
  const ValueDecl *D = namedValue(valueSource(Plain));
  bool Down = Unary && Unary->isDecrementOp();
  forEachExpression(Loop, [&](const Expr &Inner) {
    const auto *Step = dyn_cast<UnaryOperator>(&Inner);
    Down |= Step && Step->isDecrementOp() &&
            namedValue(valueSource(Step->getSubExpr())) == D;
  });
  if (!Down)
    return nullptr;
  const auto *V = dyn_cast_or_null<VarDecl>(D);
  return V && V->getInit() ? V->getInit() : Plain;
}

Growth GrowthFinder::comparison(const Expr *Left, const Expr *Right,
                                const Stmt &Loop, unsigned Depth) const {
  for (const Expr *Side : {Left, Right})
    if (const Expr *Range = rangeEndedBy(Side))
      return range(Range, Depth);
  for (auto [Side, Other] : {std::pair(Left, Right), std::pair(Right, Left)}) {
    if (!isCounter(Side, Loop))
      continue;
    if (const Expr *Begin = beginOfCountdown(Side, Loop))
      return number(Begin, Depth);
    return number(Other, Depth);
  }
  // `!left.empty()` in other words; any other number says nothing.
  for (auto [Side, Other] : {std::pair(Left, Right), std::pair(Right, Left)})
    if (constantValue(Other, M.ast()) && isa<CallExpr>(valueSource(Side))) {
      Growth Size = number(Side, Depth);
      return Size.What == Growth::Count ? Growth() : Size;
    }
  return {};
}

Growth GrowthFinder::condition(const Expr *E, const Stmt &Loop,
                               unsigned Depth) const {
  E = E ? E->IgnoreParenImpCasts() : nullptr;
  if (!E || !Depth)
    return {};
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return condition(Full->getSubExpr(), Loop, Depth);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_LNot)
      return condition(Unary->getSubExpr(), Loop, Depth);
    if (const Expr *Begin =
            Unary->isDecrementOp() ? beginOfCountdown(E, Loop) : nullptr)
      return number(Begin, Depth - 1);
    return {};
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->getOpcode() == BO_LAnd) {
      // The loop ends with the first of them that does not hold.
      Growth Left = condition(Binary->getLHS(), Loop, Depth - 1);
      Growth Right = condition(Binary->getRHS(), Loop, Depth - 1);
      if (Left.What == Growth::Unknown || Right.What == Growth::Unknown)
        return Left.What == Growth::Unknown ? Right : Left;
      return Left.What < Right.What ? Left : Right;
    }
    return Binary->isComparisonOp()
               ? comparison(Binary->getLHS(), Binary->getRHS(), Loop, Depth - 1)
               : Growth();
  }
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return comparison(Rewritten->getLHS(), Rewritten->getRHS(), Loop,
                      Depth - 1);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
      Operator && Operator->isComparisonOp() && Operator->getNumArgs() == 2)
    return comparison(Operator->getArg(0), Operator->getArg(1), Loop,
                      Depth - 1);
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
  const FunctionDecl *F = Call ? Call->getMethodDecl() : nullptr;
  if (F && F->getIdentifier() &&
      (F->getName() == "empty" || F->getName() == "size"))
    return range(Call->getImplicitObjectArgument(), Depth - 1);
  return {};
}

Growth GrowthFinder::loop(const Stmt &Loop, const Expr *Task,
                          unsigned Depth) const {
  if (!Depth)
    return {};
  if (const auto *For = dyn_cast<CXXForRangeStmt>(&Loop))
    return range(For->getRangeInit(), Depth - 1);
  const Expr *Condition = nullptr;
  if (const auto *For = dyn_cast<ForStmt>(&Loop))
    Condition = For->getConditionVariable() ? nullptr : For->getCond();
  else if (const auto *While = dyn_cast<WhileStmt>(&Loop))
    Condition = While->getConditionVariable() ? nullptr : While->getCond();
  else if (const auto *Do = dyn_cast<DoStmt>(&Loop))
    Condition = Do->getCond();
  Growth Counted = condition(Condition, Loop, Depth - 1);
  return Counted.What == Growth::Unknown ? received(Loop, Task) : Counted;
}

} // namespace asynctidy
