// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ValueUses.h"
#include "Holders.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Whether \p Variable is a reference to a temporary that lives as long.
static bool keepsTemporary(const VarDecl &Variable) {
  return Variable.getType()->isReferenceType() && Variable.getInit() &&
         isa<MaterializeTemporaryExpr>(
             Variable.getInit()->IgnoreParens()->IgnoreImpCasts());
}

/// What a structured binding names: a member of the hidden variable, or for
/// tuples a variable of its own.
static Place placeOf(const BindingDecl &Binding) {
  const auto *Member = dyn_cast_or_null<MemberExpr>(Binding.getBinding());
  const auto *Field =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  return Field ? Place{Binding.getDecomposedDecl(), Field} : Place{&Binding};
}

Place ValueUses::placeOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
      return asynctidy::placeOf(*Binding);
    const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Variable || !Variable->hasLocalStorage() ||
        Ref->refersToEnclosingVariableOrCapture() ||
        (Variable->getType()->isReferenceType() && !keepsTemporary(*Variable)))
      return {};
    return {Variable};
  }
  const auto *Member = dyn_cast<MemberExpr>(E);
  const auto *Field =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  if (!Field || Member->isArrow())
    return {};
  Place Whole = placeOf(Member->getBase());
  return Whole && !Whole.Field ? Place{Whole.Variable, Field} : Place{};
}

bool mentions(const Stmt &S, const ValueDecl &D) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
    if (Ref->getDecl() == &D)
      return true;
  auto IsIn = [&](const Stmt *Part) { return Part && mentions(*Part, D); };
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
    return IsIn(Lambda->getBody()) ||
           llvm::any_of(Lambda->capture_inits(), IsIn);
  return llvm::any_of(S.children(), IsIn);
}

/// Whether the function with that body only looks at the types of what it is
/// given, or never returns.
static bool dropsNothing(const Stmt &Body) {
  return llvm::any_of(Body.children(), [](const Stmt *S) {
    const auto *Call = llvm::dyn_cast_or_null<CallExpr>(S);
    if (Call && Call->getDirectCallee() &&
        Call->getDirectCallee()->isNoReturn())
      return true;
    const auto *Declarations = llvm::dyn_cast_or_null<DeclStmt>(S);
    return Declarations && Declarations->isSingleDecl() &&
           isa<StaticAssertDecl>(Declarations->getSingleDecl());
  });
}

/// Whether the body of \p F, one of the project's, never looks at what it gets
/// as argument \p Index.
static bool leavesUnread(const FunctionDecl &F, unsigned Index,
                         const Project &P) {
  const FunctionDecl *Shown = definitionOf(F);
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Shown || Index >= Shown->getNumParams() || isa<CXXConstructorDecl>(F) ||
      (Method && Method->isVirtual()) || !P.contains(Shown->getLocation()))
    return false;
  const ParmVarDecl *Parameter = Shown->getParamDecl(Index);
  return !Parameter->hasAttr<UnusedAttr>() &&
         !dropsNothing(*Shown->getBody()) &&
         !mentions(*Shown->getBody(), *Parameter);
}

class UseFinder {
public:
  UseFinder(ValueUses &Found, const Stmt &Body, const Model &M)
      : Found(Found), Body(Body), M(M) {}

  void statement(const Stmt *S);

private:
  void visit(const Stmt &S);
  void expression(const Expr *E, Use U);
  void expressions(const Stmt &Parent);
  void handOn(const Expr *E, const Expr *By);
  void declaration(const VarDecl &Variable);
  void call(const CallExpr &Call, Use U);
  void arguments(const CallExpr &Call);
  bool assignment(const CXXOperatorCallExpr &Call);
  bool onHolder(const CXXMemberCallExpr &Call);
  void receiver(const CXXMemberCallExpr &Call);
  void construction(const CXXConstructExpr &Make, Use U);
  void members(QualType T, llvm::ArrayRef<Expr *> Inits, Use U);
  void list(const InitListExpr &List, Use U);
  void parts(llvm::iterator_range<CallExpr::const_arg_iterator> Args, Use U);
  void lambda(const LambdaExpr &Lambda);
  void note(const Expr &E, const Use &U);

  ValueUses &Found;
  const Stmt &Body;
  const Model &M;
  llvm::SmallVector<const Stmt *, 4> Loops, Blocks; ///< around this place
  /// How many loops are around a variable.
  llvm::DenseMap<const ValueDecl *, unsigned> LoopsAround;
};

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
  Place Mentioned = ValueUses::placeOf(&E);
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
  Use U;
  U.By = By;
  expression(E, U);
}

/// The parts of something that does what it likes with their values.
void UseFinder::expressions(const Stmt &Parent) {
  for (const Stmt *Child : Parent.children())
    if (const auto *E = llvm::dyn_cast_or_null<Expr>(Child))
      handOn(E, dyn_cast<Expr>(&Parent));
    else if (Child)
      statement(Child);
}

static Use useOf(Use::Kind What, const Expr *By = nullptr) {
  Use U;
  U.What = What;
  U.By = By;
  return U;
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

void UseFinder::visit(const Stmt &Statement) {
  const Stmt *S = &Statement;
  if (const auto *E = dyn_cast<Expr>(S)) {
    Use U = useOf(Use::Discarded, E);
    U.Alone = true;
    return expression(E, U);
  }
  if (const auto *Declarations = dyn_cast<DeclStmt>(S)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        declaration(*Variable);
    return;
  }
  if (const auto *Return = dyn_cast<ReturnStmt>(S)) {
    if (Return->getRetValue())
      expression(Return->getRetValue(), useOf(Use::Returned));
    return;
  }
  if (const auto *Return = dyn_cast<CoreturnStmt>(S)) {
    if (Return->getOperand())
      expression(Return->getOperand(), useOf(Use::Returned));
    return;
  }
  if (const auto *Body = dyn_cast<CoroutineBodyStmt>(S))
    return statement(Body->getBody());
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    statement(If->getInit());
    if (If->getConditionVariable())
      declaration(*If->getConditionVariable());
    else
      expression(If->getCond(), useOf(Use::Tested, If->getCond()));
    statement(If->getThen());
    statement(If->getElse());
    return;
  }
  if (const auto *Loop = dyn_cast<CXXForRangeStmt>(S)) {
    statement(Loop->getInit());
    if (Loop->getRangeInit())
      handOn(Loop->getRangeInit(), nullptr);
    if (const Expr *Each = Loop->getLoopVariable()->getInit())
      handOn(Each, nullptr);
    return statement(Loop->getBody());
  }
  const auto *Condition = [&]() -> const Expr * {
    if (const auto *While = dyn_cast<WhileStmt>(S))
      return While->getConditionVariable() ? nullptr : While->getCond();
    if (const auto *Do = dyn_cast<DoStmt>(S))
      return Do->getCond();
    if (const auto *For = dyn_cast<ForStmt>(S))
      return For->getConditionVariable() ? nullptr : For->getCond();
    if (const auto *Switch = dyn_cast<SwitchStmt>(S))
      return Switch->getConditionVariable() ? nullptr : Switch->getCond();
    return nullptr;
  }();
  if (Condition)
    expression(Condition, useOf(Use::Tested, Condition));
  for (const Stmt *Child : S->children())
    if (Child != Condition)
      statement(Child);
}

static bool isPlaceholder(const VarDecl &Variable) {
  return Variable.getIdentifier() && Variable.getName() == "_";
}

void UseFinder::declaration(const VarDecl &Variable) {
  LoopsAround[&Variable] = Loops.size();
  const Expr *Init = Variable.getInit();
  if (!Init)
    return;
  if (!Blocks.empty())
    Found.Scopes[&Variable] = Blocks.back();
  bool Keeps =
      Variable.hasLocalStorage() &&
      (!Variable.getType()->isReferenceType() || keepsTemporary(Variable)) &&
      !Variable.hasAttr<UnusedAttr>();
  if (!Keeps)
    return handOn(Init, nullptr);
  Use U =
      useOf(isPlaceholder(Variable) && !mentions(Body, Variable) ? Use::Ignored
                                                                 : Use::Kept);
  U.To = {&Variable};
  U.AsRValue = Init->isPRValue();
  expression(Init, U);
}

/// `std::ignore`, whose values nobody sees.
static bool isIgnore(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Ref && qualifiedName(*Ref->getDecl()) == "std::ignore";
}

/// The local container, optional or array that `v[i]`, `*o` and `v.at(i)` are
/// part of.
static Place holderOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return ValueUses::placeOf(Subscript->getBase());
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  if (!Call ||
      (Call->getOperator() != OO_Subscript && Call->getOperator() != OO_Star))
    return {};
  return isHolder(Call->getArg(0)->getType())
             ? ValueUses::placeOf(Call->getArg(0))
             : Place{};
}

/// `place = value`, `holder[i] = value`, `std::ignore = value`.
bool UseFinder::assignment(const CXXOperatorCallExpr &Call) {
  if (Call.getOperator() != OO_Equal || Call.getNumArgs() != 2)
    return false;
  const Expr *Left = Call.getArg(0);
  Use U = useOf(Use::Kept, &Call);
  if (isIgnore(Left)) {
    U.What = Use::Ignored;
    expression(Call.getArg(1), U);
    return true;
  }
  U.To = ValueUses::placeOf(Left);
  if (!U.To) {
    U.To = holderOf(Left);
    U.Adds = true;
    if (U.To)
      expressions(*Left->IgnoreParenImpCasts());
  }
  if (!U.To)
    return false;
  U.AsRValue = U.Moved = true;
  const Expr *Right = valueSource(Call.getArg(1));
  expression(Right, U);
  if (U.Adds)
    return true;
  note(*Left->IgnoreParenImpCasts(), useOf(Use::Filled, &Call));
  // `optional = std::nullopt`, `task = nullptr`
  bool IsNothing = isa<DeclRefExpr, CXXNullPtrLiteralExpr>(Right) &&
                   !ValueUses::placeOf(Right);
  if (IsNothing)
    Found.Replacements[&Call] = U.To;
  return true;
}

/// What a member function of a local container or optional does with it.
bool UseFinder::onHolder(const CXXMemberCallExpr &Call) {
  const Expr *Object = Call.getImplicitObjectArgument();
  const CXXMethodDecl *Method = Call.getMethodDecl();
  Place Holder = Object ? ValueUses::placeOf(Object) : Place{};
  if (!Holder || !Method)
    return false;
  // Some of the members are inherited, from a base that is no holder.
  const Expr &Named = *Object->IgnoreParenImpCasts();
  if (!isHolder(Named.getType()))
    return false;
  if (fills(*Method)) {
    note(Named, useOf(Use::Filled, &Call));
    Use U = useOf(Use::Kept, &Call);
    U.To = Holder;
    U.Adds = !holdsOne(Named.getType());
    U.AsRValue = U.Moved = true;
    for (const Expr *Arg : Call.arguments())
      expression(Arg, U);
    return true;
  }
  bool Clears = clears(*Method);
  if (!Clears && !onlyPrepares(*Method) &&
      !(Method->getReturnType()->isBooleanType() && isQuery(*Method)))
    return false;
  note(Named, useOf(Clears ? Use::Cleared : Use::Asked, &Call));
  for (const Expr *Arg : Call.arguments())
    handOn(Arg, &Call);
  return true;
}

void UseFinder::receiver(const CXXMemberCallExpr &Call) {
  const Expr *Object = Call.getImplicitObjectArgument();
  const CXXMethodDecl *Method = Call.getMethodDecl();
  if (!Object)
    return;
  bool Converts = llvm::isa_and_nonnull<CXXConversionDecl>(Method) &&
                  Method->getReturnType()->isBooleanType();
  Use U = useOf(Converts                     ? Use::Tested
                : Method && isQuery(*Method) ? Use::Asked
                                             : Use::HandedOn,
                &Call);
  U.AsRValue = Object->isXValue() || Object->isPRValue();
  expression(Object, U);
}

void UseFinder::arguments(const CallExpr &Call) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  // Those that lose a race are still where they were.
  const RuleEntry *Race =
      M.rules().find(plainCallSite(Call), Role::Race, nullptr);
  bool LeavesLosers = Race && !Race->CancelsLosers;
  bool IsMember = isa<CXXOperatorCallExpr>(Call) &&
                  llvm::isa_and_nonnull<CXXMethodDecl>(Callee);
  for (auto [Index, Arg] : llvm::enumerate(Call.arguments())) {
    Use U = useOf(Use::HandedOn, &Call);
    if (IsMember && Index == 0) {
      const auto *Method = cast<CXXMethodDecl>(Callee);
      if (isQuery(*Method))
        U.What = Use::Asked;
    } else if (LeavesLosers && Arg->isLValue()) {
      U.What = Use::Raced;
    } else if (Callee && leavesUnread(*Callee, Index - IsMember, M.project())) {
      U.What = Use::Unread;
      U.Callee = Callee;
    }
    expression(Arg, U);
  }
}

static bool isMove(const CallExpr &Call) { return valueSource(&Call) != &Call; }

void UseFinder::call(const CallExpr &Call, Use U) {
  if (isMove(Call)) {
    U.AsRValue = true;
    return expression(Call.getArg(0), U);
  }
  note(Call, U);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
      Operator && assignment(*Operator))
    return;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call)) {
    if (onHolder(*Member))
      return;
    receiver(*Member);
  } else if (const FunctionDecl *Callee = Call.getDirectCallee();
             Callee && wraps(*Callee)) {
    U.Moved = true;
    return parts(Call.arguments(), U);
  } else if (!Callee) {
    handOn(Call.getCallee(), &Call);
  }
  arguments(Call);
}

/// What makes up a pair or tuple; each part that is bound to a name of its own
/// is kept there.
void UseFinder::parts(llvm::iterator_range<CallExpr::const_arg_iterator> Args,
                      Use U) {
  const auto *Bound = llvm::dyn_cast_or_null<DecompositionDecl>(U.To.Variable);
  bool Matches = Bound && Bound->bindings().size() ==
                              static_cast<std::size_t>(
                                  std::distance(Args.begin(), Args.end()));
  for (auto [Index, Arg] : llvm::enumerate(Args)) {
    Use Part = U;
    Part.Adds |= Args.begin() + 1 < Args.end();
    if (Matches)
      Part.To = placeOf(*Bound->bindings()[Index]);
    expression(Arg, Part);
  }
}

void UseFinder::construction(const CXXConstructExpr &Make, Use U) {
  const CXXConstructorDecl *Constructor = Make.getConstructor();
  if (Make.getNumArgs() == 1 && Constructor->isCopyOrMoveConstructor()) {
    U.Moved |= Constructor->isMoveConstructor();
    return expression(Make.getArg(0), U);
  }
  // What is put into a pair, an optional or a vector is where that is.
  if (isHolder(Make.getType()) && Make.getNumArgs()) {
    U.Moved = true;
    return parts(Make.arguments(), U);
  }
  note(Make, U);
  for (const Expr *Arg : Make.arguments())
    handOn(Arg, &Make);
}

/// `S{a(), b()}`: each in its own member, where the structure has a place.
void UseFinder::members(QualType T, llvm::ArrayRef<Expr *> Inits, Use U) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  U.Moved = true;
  bool HasMembers = Record && U.What == Use::Kept && U.To.Variable &&
                    !U.To.Field && !Record->isInStdNamespace() &&
                    !Record->getNumBases() && !U.Adds;
  auto Field =
      HasMembers ? Record->field_begin() : RecordDecl::field_iterator();
  for (const Expr *Init : Inits) {
    Use Inner = U;
    Inner.Adds |= !HasMembers && Inits.size() > 1;
    if (HasMembers && Field != Record->field_end())
      Inner.To.Field = *Field++;
    expression(Init, Inner);
  }
}

void UseFinder::list(const InitListExpr &Written, Use U) {
  const InitListExpr &List =
      Written.isSyntacticForm() && Written.getSemanticForm()
          ? *Written.getSemanticForm()
          : Written;
  if (isHolder(List.getType()))
    return members(List.getType(), List.inits(), U);
  for (const Expr *Init : List.inits())
    expression(Init, List.getNumInits() == 1 ? U : useOf(Use::HandedOn));
}

void UseFinder::lambda(const LambdaExpr &Lambda) {
  auto Init = Lambda.capture_init_begin();
  for (const LambdaCapture &Capture : Lambda.captures()) {
    const Expr *Value = *Init++;
    if (!Value)
      continue;
    Use U = useOf(Use::HandedOn, &Lambda);
    if (Lambda.isInitCapture(&Capture) &&
        !mentions(*Lambda.getBody(), *Capture.getCapturedVar()))
      U.What = Use::Unread, U.To = {Capture.getCapturedVar()};
    expression(Value, U);
  }
}

void UseFinder::expression(const Expr *E, Use U) {
  if (!E)
    return;
  E = E->IgnoreParens();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return expression(Full->getSubExpr(), U);
  if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(E))
    return expression(Made->getSubExpr(), U);
  if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
    return expression(Bound->getSubExpr(), U);
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    if (Cast->getCastKind() == CK_ToVoid)
      U.What = Use::CastToVoid;
    return expression(Cast->getSubExpr(), U);
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->getOpcode() == BO_Comma) {
      expression(Binary->getLHS(), useOf(Use::Discarded, Binary->getLHS()));
      return expression(Binary->getRHS(), U);
    }
    if (Binary->isLogicalOp()) {
      expression(Binary->getLHS(), useOf(Use::Tested, Binary->getLHS()));
      return expression(Binary->getRHS(), useOf(Use::Tested, Binary->getRHS()));
    }
    return expressions(*Binary);
  }
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return expression(Not->getSubExpr(), useOf(Use::Tested, Not));
  if (const auto *Either = dyn_cast<ConditionalOperator>(E)) {
    expression(Either->getCond(), useOf(Use::Tested, Either->getCond()));
    expression(Either->getTrueExpr(), U);
    return expression(Either->getFalseExpr(), U);
  }
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(E)) {
    note(*E, U);
    Use Awaits = useOf(isa<CoyieldExpr>(E) ? Use::Returned : Use::Awaited, E);
    // The operand of a co_yield is what the promise makes of the value.
    return expression(Suspend->getOperand(), Awaits);
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return call(*Call, U);
  if (const auto *Make = dyn_cast<CXXConstructExpr>(E))
    return construction(*Make, U);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return list(*List, U);
  if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(E))
    return expression(List->getSubExpr(), U);
  if (const auto *List = dyn_cast<CXXParenListInitExpr>(E))
    return members(List->getType(), List->getInitExprs(), U);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(E))
    return lambda(*Lambda);
  if (const auto *Block = dyn_cast<StmtExpr>(E)) {
    const CompoundStmt *Body = Block->getSubStmt();
    for (const Stmt *S : Body->body())
      if (const auto *Last = dyn_cast<Expr>(S); Last && S == Body->body_back())
        expression(Last, U);
      else
        statement(S);
    return;
  }
  if (ValueUses::placeOf(E))
    return note(*E, U);
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(E))
    return;
  expressions(*E);
}

ValueUses::ValueUses(const Stmt &Body, const Model &M) {
  UseFinder(*this, Body, M).statement(&Body);
}

const Use *ValueUses::of(const Expr &E) const {
  auto Found = Uses.find(&E);
  return Found == Uses.end() ? nullptr : &Found->second;
}

llvm::ArrayRef<Place> ValueUses::takenIn(const Stmt &Loop) const {
  auto Found = TakenInLoop.find(&Loop);
  return Found == TakenInLoop.end() ? llvm::ArrayRef<Place>()
                                    : llvm::ArrayRef<Place>(Found->second);
}

} // namespace asynctidy
