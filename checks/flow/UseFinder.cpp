// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "UseFinder.h"
#include "Holders.h"
#include "model/Mentions.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

/// Not only whether there is anything at all.
static bool asksHowItIs(const Use &U) {
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(U.By);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && !answerIfHeld(*F) && !onlyPrepares(*F);
}

void UseFinder::note(const Expr &E, const Use &U) {
  if (!Found.Uses.try_emplace(&E, U).second)
    return;
  Found.Order.push_back(&E);
  Place Mentioned = Place::of(&E);
  if (Mentioned && U.What == Use::Asked && asksHowItIs(U))
    Found.Asked.insert(Mentioned);
  if (!Mentioned || !U.takes())
    return;
  // Not by the loops that the variable lives in.
  for (const Stmt *Loop :
       llvm::ArrayRef(Loops).drop_front(LoopsAround.lookup(Mentioned.Variable)))
    Found.TakenInLoop[Loop].push_back(Mentioned);
}

void UseFinder::handOn(const Expr *E, const Expr *By) {
  expression(E, Use::of(Use::HandedOn, By));
}

/// The parts of something that does what it likes with their values.
void UseFinder::expressions(const Stmt &Parent) {
  for (const Stmt *Child : Parent.children())
    if (const auto *E = llvm::dyn_cast_or_null<Expr>(Child))
      handOn(E, dyn_cast<Expr>(&Parent));
    else if (Child)
      statement(Child);
}

void UseFinder::statement(const Stmt *S) {
  if (!S)
    return;
  if (isa<CompoundStmt>(S))
    Blocks.push_back(S);
  if (isa<ForStmt, WhileStmt, CXXForRangeStmt>(S))
    Loops.push_back(S);
  visit(*S);
  if (!Blocks.empty() && Blocks.back() == S)
    Blocks.pop_back();
  if (!Loops.empty() && Loops.back() == S)
    Loops.pop_back();
}

/// What a loop or switch tests; null where it declares that, too.
static const Expr *conditionOf(const Stmt &S) {
  if (const auto *While = dyn_cast<WhileStmt>(&S))
    return While->getConditionVariable() ? nullptr : While->getCond();
  if (const auto *Do = dyn_cast<DoStmt>(&S))
    return Do->getCond();
  if (const auto *For = dyn_cast<ForStmt>(&S))
    return For->getConditionVariable() ? nullptr : For->getCond();
  if (const auto *Switch = dyn_cast<SwitchStmt>(&S))
    return Switch->getConditionVariable() ? nullptr : Switch->getCond();
  return nullptr;
}

void UseFinder::visit(const Stmt &S) {
  if (const auto *E = dyn_cast<Expr>(&S)) {
    Use U = Use::of(Use::Discarded, E);
    U.Alone = true;
    return expression(E, U);
  }
  if (const auto *Declarations = dyn_cast<DeclStmt>(&S)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        declaration(*Variable);
    return;
  }
  if (const auto *Return = dyn_cast<ReturnStmt>(&S))
    return expression(Return->getRetValue(), Use::of(Use::Returned));
  if (const auto *Return = dyn_cast<CoreturnStmt>(&S))
    return expression(Return->getOperand(), Use::of(Use::Returned));
  if (const auto *If = dyn_cast<IfStmt>(&S))
    return choice(*If);
  if (const auto *Loop = dyn_cast<CXXForRangeStmt>(&S))
    return loop(*Loop);
  const Expr *Condition = conditionOf(S);
  if (Condition)
    expression(Condition, Use::of(Use::Tested, Condition));
  for (const Stmt *Child : S.children())
    if (Child != Condition)
      statement(Child);
}

void UseFinder::choice(const IfStmt &If) {
  statement(If.getInit());
  if (If.getConditionVariable())
    declaration(*If.getConditionVariable());
  else
    expression(If.getCond(), Use::of(Use::Tested, If.getCond()));
  statement(If.getThen());
  statement(If.getElse());
}

void UseFinder::loop(const CXXForRangeStmt &Loop) {
  statement(Loop.getInit());
  handOn(Loop.getRangeInit(), nullptr);
  handOn(Loop.getLoopVariable()->getInit(), nullptr);
  statement(Loop.getBody());
}

static bool isPlaceholder(const VarDecl &Variable) {
  return Variable.getIdentifier() && Variable.getName() == "_";
}

/// Notes what is around \p Variable where it is declared.
void UseFinder::begin(const ValueDecl &Variable) {
  LoopsAround[&Variable] = Loops.size();
  if (!Blocks.empty())
    Found.Scopes[&Variable] = Blocks.back();
}

void UseFinder::declaration(const VarDecl &Variable) {
  begin(Variable);
  if (const auto *Bound = dyn_cast<DecompositionDecl>(&Variable))
    for (const BindingDecl *Binding : Bound->bindings())
      if (Place::of(*Binding).Variable == Binding)
        begin(*Binding);
  const Expr *Init = Variable.getInit();
  if (!Init)
    return;
  bool Keeps =
      Variable.hasLocalStorage() &&
      (!Variable.getType()->isReferenceType() || keepsTemporary(Variable)) &&
      !Variable.hasAttr<UnusedAttr>();
  if (!Keeps)
    return handOn(Init, nullptr);
  Use U = Use::of(isPlaceholder(Variable) && !mentions(Body, Variable)
                      ? Use::Ignored
                      : Use::Kept);
  U.To = {&Variable};
  U.AsRValue = Init->isPRValue();
  expression(Init, U);
}

/// What \p E only wraps; null where it does something.
static const Expr *wrappedIn(const Expr &E) {
  if (const auto *Full = dyn_cast<FullExpr>(&E))
    return Full->getSubExpr();
  if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(&E))
    return Made->getSubExpr();
  if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(&E))
    return Bound->getSubExpr();
  if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(&E))
    return List->getSubExpr();
  return nullptr;
}

void UseFinder::expression(const Expr *E, Use U) {
  if (!E)
    return;
  E = E->IgnoreParens();
  if (const Expr *Wrapped = wrappedIn(*E))
    return expression(Wrapped, U);
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    if (Cast->getCastKind() == CK_ToVoid)
      U.What = Use::CastToVoid;
    return expression(Cast->getSubExpr(), U);
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return operation(*Binary, U);
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return expression(Not->getSubExpr(), Use::of(Use::Tested, Not));
  if (const auto *Either = dyn_cast<ConditionalOperator>(E)) {
    expression(Either->getCond(), Use::of(Use::Tested, Either->getCond()));
    expression(Either->getTrueExpr(), U);
    return expression(Either->getFalseExpr(), U);
  }
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(E)) {
    note(*E, U);
    Use Awaits = Use::of(isa<CoyieldExpr>(E) ? Use::Returned : Use::Awaited, E);
    // The operand of a co_yield is what the promise makes of the value.
    return expression(Suspend->getOperand(), Awaits);
  }
  if (isa<CallExpr, CXXConstructExpr, InitListExpr, CXXParenListInitExpr,
          LambdaExpr>(E))
    return making(*E, U);
  if (const auto *Block = dyn_cast<StmtExpr>(E))
    return block(*Block, U);
  if (Place::of(E))
    return note(*E, U);
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(E))
    return;
  expressions(*E);
}

void UseFinder::operation(const BinaryOperator &Binary, Use U) {
  const Expr *Left = Binary.getLHS(), *Right = Binary.getRHS();
  if (Binary.getOpcode() == BO_Comma) {
    expression(Left, Use::of(Use::Discarded, Left));
    return expression(Right, U);
  }
  if (!Binary.isLogicalOp())
    return expressions(Binary);
  expression(Left, Use::of(Use::Tested, Left));
  expression(Right, Use::of(Use::Tested, Right));
}

/// `({ ...; value; })`
void UseFinder::block(const StmtExpr &Block, Use U) {
  const CompoundStmt *Body = Block.getSubStmt();
  for (const Stmt *S : Body->body())
    if (const auto *Last = dyn_cast<Expr>(S); Last && S == Body->body_back())
      expression(Last, U);
    else
      statement(S);
}

} // namespace asynctidy
