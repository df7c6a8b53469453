// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How often a loop runs.
#include "Destination.h"
#include "Growth.h"
#include "model/CallSiteMaker.h"
#include "model/Constants.h"
#include "model/Names.h"
#include "model/Starts.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

static void addNamed(const Stmt &S, VariableSet &Found) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
    if (isa<VarDecl, BindingDecl>(Ref->getDecl()))
      Found.insert(Ref->getDecl());
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable())
        Found.insert(Capture.getCapturedVar());
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        addNamed(*Init, Found);
    return;
  }
  for (const Stmt *Child : S.children())
    if (Child)
      addNamed(*Child, Found);
}

VariableSet variablesBehind(const Expr &E, const Stmt &Loop,
                            const LexicalScopes &Scopes) {
  VariableSet Found;
  addNamed(E, Found);
  for (unsigned Steps = 4; Steps; --Steps) {
    llvm::SmallVector<const ValueDecl *, 8> Known(Found.begin(), Found.end());
    for (const ValueDecl *D : Known) {
      if (const auto *Binding = dyn_cast<BindingDecl>(D);
          Binding && Binding->getDecomposedDecl())
        Found.insert(Binding->getDecomposedDecl());
      const auto *V = dyn_cast<VarDecl>(D);
      if (V && V->isLocalVarDecl() && V->getInit() &&
          Scopes.contains(Loop, *V->getInit()))
        addNamed(*V->getInit(), Found);
    }
    if (Found.size() == Known.size())
      break;
  }
  return Found;
}

namespace {

/// Looks for what a loop receives, and hands on to a task.
class SourceFinder {
public:
  SourceFinder(const Stmt &Loop, const Expr &Task, const LexicalScopes &Scopes,
               const Model &M)
      : Loop(Loop), Task(Task), Scopes(Scopes), M(M),
        Behind(variablesBehind(Task, Loop, Scopes)) {}

  const Expr *find() {
    forEachExpression(Loop, [&](const Expr &E) { look(E); });
    return Accept ? Accept : Source;
  }

private:
  void look(const Expr &E) {
    const auto *Await = dyn_cast<CoawaitExpr>(&E);
    const auto *Call = dyn_cast<CallExpr>(&E);
    if (Call && isAccept(plainCallSite(*Call), M.rules()) &&
        !Scopes.contains(Task, E))
      Accept = Accept ? Accept : &E;
    if (Source || (!Await && !Call))
      return;
    bool Gives = Await ? maySuspend(*Await, M) && awaited(*Await)
                       : isTested(*Call) && isBehind(*Call);
    if (Gives && !M.taskTypes().isGuard(E.getType()))
      Source = &E;
  }

  /// Whether the value of \p E is put into something the task is made of.
  bool isBehind(const Expr &E) const {
    if (Scopes.contains(Task, E))
      return true;
    for (const Stmt *S = Scopes.parentOf(E); S && S != &Loop;
         S = Scopes.parentOf(*S)) {
      if (const auto *Declarations = dyn_cast<DeclStmt>(S))
        return llvm::any_of(Declarations->decls(), [&](const Decl *D) {
          const auto *V = dyn_cast<VarDecl>(D);
          return V && Behind.contains(V) && V->getInit() &&
                 Scopes.contains(*V->getInit(), E);
        });
      if (const Expr *Left = assigned(*S))
        return isKnown(Left);
      if (!isa<Expr>(S))
        return false;
    }
    return false;
  }

  /// What \p S gives a value; null if it does not.
  static const Expr *assigned(const Stmt &S) {
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return Binary->isAssignmentOp() ? Binary->getLHS() : nullptr;
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
    return Call && Call->getOperator() == OO_Equal ? Call->getArg(0) : nullptr;
  }

  bool isKnown(const Expr *E) const {
    const ValueDecl *D = namedValue(valueSource(E));
    return D && Behind.contains(D);
  }

  bool awaited(const CoawaitExpr &Await) const {
    if (isBehind(Await) && !Await.getType()->isVoidType())
      return true;
    const auto *Call = dyn_cast<CallExpr>(valueOrigin(Await.getOperand()));
    if (!Call)
      return false;
    bool Fills = false;
    forEachArgument(*Call, [&](const ParmVarDecl &P, unsigned,
                               const Expr &Arg) {
      const auto *V = dyn_cast_or_null<VarDecl>(namedValue(valueSource(&Arg)));
      Fills |= P.getType()->isLValueReferenceType() &&
               !P.getType().getNonReferenceType().isConstQualified() && V &&
               V->isLocalVarDecl() && Behind.contains(V);
    });
    return Fills ||
           (isTested(Await) && receiverOf(*Call) && isKnown(receiverOf(*Call)));
  }

  /// Whether \p E is in what the loop tests before each iteration.
  bool isTested(const Expr &E) const {
    const Stmt *Tested = nullptr;
    if (const auto *While = dyn_cast<WhileStmt>(&Loop))
      Tested =
          While->getConditionVariableDeclStmt()
              ? static_cast<const Stmt *>(While->getConditionVariableDeclStmt())
              : While->getCond();
    else if (const auto *For = dyn_cast<ForStmt>(&Loop))
      Tested =
          For->getConditionVariableDeclStmt()
              ? static_cast<const Stmt *>(For->getConditionVariableDeclStmt())
              : For->getCond();
    return Tested && Scopes.contains(*Tested, E);
  }

  const Stmt &Loop;
  const Expr &Task;
  const LexicalScopes &Scopes;
  const Model &M;
  VariableSet Behind;
  const Expr *Accept = nullptr, *Source = nullptr;
};

} // namespace

const Expr *GrowthFinder::sourceOf(const Stmt &Loop, const Expr &Task) const {
  return SourceFinder(Loop, Task, Scopes, M).find();
}

Growth GrowthFinder::received(const Stmt &Loop, const Expr *Task) const {
  const Expr *Source = Task ? sourceOf(Loop, *Task) : nullptr;
  if (!Source)
    return {};
  const auto *Await = dyn_cast<CoawaitExpr>(Source);
  const auto *Call = dyn_cast<CallExpr>(Source);
  CallSite Site = Await ? awaitedSite(*Await, M.rules()) : plainCallSite(*Call);
  Growth::Kind What =
      isAccept(Site, M.rules()) ? Growth::Connections : Growth::Results;
  return {What, nameOf(Source, M.rules())};
}

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
