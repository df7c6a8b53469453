// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "EvaluatedCode.h"
#include "CallSiteMaker.h"
#include "Callable.h"
#include "Coroutine.h"
#include "Evidence.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace asynctidy {
namespace {

class Walker {
public:
  Walker(const RuleMatcher &Rules, const ASTContext &AST,
         llvm::function_ref<void(const CallSite &)> Visit)
      : Rules(Rules), AST(AST), Visit(Visit) {}

  void walkFunction(const FunctionDecl &F);
  void walkDefaultConstruction(const CXXRecordDecl &Record);
  void walkDestruction(const CXXRecordDecl &Record);

private:
  void walk(const Stmt *S);
  void walkChildren(const Stmt &S);
  void walkStatement(const Stmt *S);
  void walkIf(const IfStmt &If);
  void walkShortCircuit(const BinaryOperator &Both);
  void walkDeclaration(const VarDecl &Variable);
  void walkBlock(const CompoundStmt &Block);
  void walkRangeFor(const CXXForRangeStmt &Loop);
  void walkSuspend(const CoroutineSuspendExpr &Suspend);
  void walkLambdaBody(const LambdaExpr &Lambda);
  void walkCall(const CallExpr &Call);
  void walkCallables(const CallSite &Site);
  void walkCallable(const Expr *E, llvm::ArrayRef<const Expr *> Args);
  void walkConstruction(const CXXConstructExpr &Make, SourceLocation Loc);
  void walkConstructed(const CallSite &Site);
  void destroy(const VarDecl &Variable);
  void destroyTemporary(const Expr &E);
  void emit(CallSite Site);

  std::optional<bool> constantCondition(const Expr *Condition) const;

  const RuleMatcher &Rules;
  const ASTContext &AST;
  llvm::function_ref<void(const CallSite &)> Visit;
  const FunctionDecl *In = nullptr;
  /// The outermost closure whose body is being walked as part of the function.
  const Stmt *Inlined = nullptr;
  /// Where a default argument or initializer is used.
  SourceLocation UsedAt;
  bool OnceOnly = false;
  CallSite::Order Before = CallSite::Unordered;
  const Expr *Awaited = nullptr;
  const Expr *Discarded = nullptr;
  /// Closures being walked, so that a recursive one ends.
  llvm::SmallPtrSet<const FunctionDecl *, 4> Active;
};

void Walker::emit(CallSite Site) {
  if (Inlined)
    Site.Anchor = Inlined;
  else if (!Site.Anchor)
    Site.Anchor = Site.E;
  if (UsedAt.isValid())
    Site.Loc = UsedAt, Site.Range = UsedAt;
  Site.OnceOnly = OnceOnly;
  Site.Before = Before;
  Site.Awaited = Site.E && Site.E == Awaited;
  Site.Discarded = Site.E && Site.E == Discarded;
  Visit(Site);
}

std::optional<bool> Walker::constantCondition(const Expr *Condition) const {
  bool Value;
  if (!Condition || Condition->isValueDependent() ||
      !Condition->EvaluateAsBooleanCondition(Value, AST))
    return std::nullopt;
  return Value;
}

void Walker::walkChildren(const Stmt &S) {
  for (const Stmt *Child : S.children())
    walk(Child);
}

/// A statement of its own: nobody looks at its value.
void Walker::walkStatement(const Stmt *S) {
  const auto *E = llvm::dyn_cast_or_null<Expr>(S);
  llvm::SaveAndRestore Keep(Discarded, E ? valueSource(E) : nullptr);
  walk(S);
  if (E && Discarded)
    destroyTemporary(*E);
}

void Walker::walkIf(const IfStmt &If) {
  walk(If.getInit());
  if (If.getConditionVariable())
    walkDeclaration(*If.getConditionVariable());
  walk(If.getCond());
  if (If.isConstexpr()) {
    // In a template the condition is not known yet, and neither arm is sure.
    if (If.getCond()->isValueDependent())
      return;
    if (std::optional<const Stmt *> Taken = If.getNondiscardedCase(AST)) {
      walkStatement(*Taken);
      return;
    }
  }
  std::optional<bool> Known = If.isConsteval()
                                  ? std::optional(If.isNegatedConsteval())
                                  : constantCondition(If.getCond());
  if (Known.value_or(true))
    walkStatement(If.getThen());
  if (!Known.value_or(false))
    walkStatement(If.getElse());
}

void Walker::walkShortCircuit(const BinaryOperator &Both) {
  // `a && b && c` leans to the left. As a list its operands are evaluated once
  // each, not once for each operand that follows.
  llvm::SmallVector<const Expr *, 4> Operands;
  const Expr *Rest = &Both;
  while (const auto *Inner = dyn_cast<BinaryOperator>(Rest->IgnoreParens())) {
    if (Inner->getOpcode() != Both.getOpcode())
      break;
    Operands.push_back(Inner->getRHS());
    Rest = Inner->getLHS();
  }
  Operands.push_back(Rest);
  for (const Expr *Operand : llvm::reverse(Operands)) {
    walk(Operand);
    if (constantCondition(Operand) == (Both.getOpcode() == BO_LOr))
      return;
  }
}

static bool isPlainAwait(const Stmt *S) {
  if (const auto *E = llvm::dyn_cast_or_null<Expr>(S))
    return isa<CoawaitExpr>(valueSource(E));
  const auto *Declaration = llvm::dyn_cast_or_null<DeclStmt>(S);
  if (!Declaration || !Declaration->isSingleDecl())
    return false;
  const auto *Variable = dyn_cast<VarDecl>(Declaration->getSingleDecl());
  return Variable && Variable->getInit() &&
         isa<CoawaitExpr>(valueSource(Variable->getInit()));
}

/// Whether \p S only collects what has ended: a call of a method without
/// arguments on something that was there before, its result used or not.
static bool isCollecting(const Stmt *S) {
  const auto *E = llvm::dyn_cast_or_null<Expr>(S);
  if (const auto *Return = llvm::dyn_cast_or_null<CoreturnStmt>(S))
    E = Return->getOperand();
  const auto *Declaration = llvm::dyn_cast_or_null<DeclStmt>(S);
  if (Declaration && Declaration->isSingleDecl())
    if (const auto *Variable = dyn_cast<VarDecl>(Declaration->getSingleDecl()))
      E = Variable->getInit();
  const auto *Call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(valueSource(E));
  return Call && Call->getNumArgs() == 0 &&
         namedValue(Call->getImplicitObjectArgument());
}

void Walker::walkBlock(const CompoundStmt &Block) {
  CallSite::Order Now = CallSite::Unordered;
  for (const Stmt *S : Block.body()) {
    bool Collecting = isCollecting(S);
    {
      llvm::SaveAndRestore Keep(Before, Collecting ? Now : CallSite::Unordered);
      walkStatement(S);
    }
    if (isPlainAwait(S))
      Now = CallSite::AfterAwait;
    else if (!Collecting)
      Now = CallSite::Unordered;
    else if (Now == CallSite::AfterAwait)
      Now = CallSite::AfterCollecting;
  }
}

void Walker::walkRangeFor(const CXXForRangeStmt &Loop) {
  walk(Loop.getInit());
  walk(Loop.getRangeStmt());
  walk(Loop.getBeginStmt());
  walk(Loop.getEndStmt());
  walk(Loop.getCond());
  // The increment has no place of its own: it is the range's.
  llvm::SaveAndRestore Keep(UsedAt, Loop.getRangeInit()
                                        ? Loop.getRangeInit()->getBeginLoc()
                                        : Loop.getForLoc());
  walk(Loop.getInc());
  UsedAt = {};
  walk(Loop.getLoopVarStmt());
  walkStatement(Loop.getBody());
}

void Walker::walkDeclaration(const VarDecl &Variable) {
  {
    llvm::SaveAndRestore Keep(OnceOnly, OnceOnly || Variable.isStaticLocal());
    if (!Variable.isConstexpr()) // the compiler has evaluated it
      walk(Variable.getInit());
  }
  destroy(Variable);
}

void Walker::destroy(const VarDecl &Variable) {
  const CXXRecordDecl *Record = Variable.getType()->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition() || !Variable.hasLocalStorage() ||
      Variable.getType()->isReferenceType() || Variable.isNRVOVariable() ||
      Record->hasTrivialDestructor())
    return;
  if (In && isGivenAway(Variable, *In))
    return;
  emit(destructionSite(Variable, *Record));
}

/// The temporary that a statement makes and throws away.
void Walker::destroyTemporary(const Expr &E) {
  const Expr *Made = valueSource(&E);
  if (Made->getType().isNull() || !Made->isPRValue() ||
      isa<CoroutineSuspendExpr>(Made))
    return;
  const CXXRecordDecl *Record = Made->getType()->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition() || Record->hasTrivialDestructor())
    return;
  CallSite Site = destructionSite(*Made, *Record);
  // `T{x};` is found at T, and `(void)f();` at f.
  const auto *ToVoid = dyn_cast<CStyleCastExpr>(E.IgnoreImplicit());
  Site.Loc = ToVoid ? ToVoid->getSubExpr()->getBeginLoc() : E.getBeginLoc();
  emit(Site);
}

void Walker::walkSuspend(const CoroutineSuspendExpr &Suspend) {
  {
    llvm::SaveAndRestore Keep(Awaited, valueSource(Suspend.getOperand()));
    // The common expression holds the operand, await_transform and
    // operator co_await; the operand alone would be visited twice.
    walk(Suspend.getCommonExpr());
  }
  llvm::SaveAndRestore Keep(UsedAt, Suspend.getKeywordLoc());
  walk(Suspend.getReadyExpr());
  walk(Suspend.getSuspendExpr());
  walk(Suspend.getResumeExpr());
}

void Walker::walkLambdaBody(const LambdaExpr &Lambda) {
  const FunctionDecl *Body = Lambda.getCallOperator();
  // A coroutine's body runs later, and is an async context of its own.
  if (!Body || coroutineBody(*Body) || !Active.insert(Body).second)
    return;
  llvm::SaveAndRestore<const Stmt *> Keep(Inlined, Inlined ? Inlined : &Lambda);
  walkStatement(Lambda.getBody());
  Active.erase(Body);
}

void Walker::walkCallable(const Expr *E, llvm::ArrayRef<const Expr *> Args) {
  if (const auto *Lambda = llvm::dyn_cast_or_null<LambdaExpr>(valueSource(E))) {
    walkLambdaBody(*Lambda);
    return;
  }
  if (const FunctionDecl *F = callableOf(E, Rules)) {
    emit(callableSite(*E, *F, Args));
    return;
  }
  // `overloaded{[](A) {...}, [](B) {...}}`: any of them may be called.
  if (const auto *List = llvm::dyn_cast_or_null<InitListExpr>(valueOrigin(E)))
    for (const Expr *Overload : List->inits())
      walkCallable(Overload, Args);
}

/// Follows callables into functions that call them before they return.
void Walker::walkCallables(const CallSite &Site) {
  const RuleEntry *Entry = Rules.find(Site, Role::Invokes, In);
  if (!Entry)
    return;
  if (Entry->AllArguments) {
    for (const Expr *Arg : Site.Args)
      walkCallable(Arg, {});
    return;
  }
  if (!Entry->Callable)
    return;
  const Expr *Callable = RuleMatcher::subject(Site, *Entry->Callable);
  const auto *Position = llvm::find(Site.Args, Callable);
  if (Position != Site.Args.end())
    walkCallable(Callable, llvm::ArrayRef(Site.Args).drop_front(
                               std::distance(Site.Args.begin(), Position) + 1));
}

void Walker::walkConstruction(const CXXConstructExpr &Make,
                              SourceLocation Loc) {
  walkChildren(Make);
  if (Make.isElidable())
    return;
  CallSite Site = constructionSite(Make);
  Site.Loc = Loc;
  emit(Site);
}

void Walker::walkConstructed(const CallSite &Site) {
  const RuleEntry *Entry = Rules.find(Site, Role::Constructs, In);
  if (!Entry)
    return;
  if (std::optional<CallSite> Made = constructedSite(Site, *Entry))
    emit(*Made);
}

void Walker::walkCall(const CallExpr &Call) {
  // `[&]{ ... }()` is part of the function it stands in; one that is given
  // something is called, for what it does may depend on that.
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  if (Operator && Operator->getOperator() == OO_Call &&
      Operator->getNumArgs() == 1)
    if (const auto *Lambda =
            dyn_cast<LambdaExpr>(valueSource(Operator->getArg(0)))) {
      walkChildren(Call);
      walkLambdaBody(*Lambda);
      return;
    }
  {
    llvm::SaveAndRestore<const Expr *> Keep(Discarded, nullptr);
    walkChildren(Call);
  }
  CallSite Site = callSite(Call, Rules);
  emit(Site);
  walkCallables(Site);
  walkConstructed(Site);
}

void Walker::walk(const Stmt *S) {
  if (!S)
    return;
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr,
          ConceptSpecializationExpr, TypeTraitExpr, OpaqueValueExpr,
          ConstantExpr>(S))
    return;
  if (const auto *TypeId = dyn_cast<CXXTypeidExpr>(S);
      TypeId && !TypeId->isPotentiallyEvaluated())
    return;
  if (const auto *Body = dyn_cast<CoroutineBodyStmt>(S))
    return walkStatement(Body->getBody());
  if (const auto *Block = dyn_cast<CompoundStmt>(S))
    return walkBlock(*Block);
  if (const auto *If = dyn_cast<IfStmt>(S))
    return walkIf(*If);
  if (const auto *Loop = dyn_cast<CXXForRangeStmt>(S))
    return walkRangeFor(*Loop);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
    for (const Expr *Init : Lambda->capture_inits())
      walk(Init);
    return;
  }
  if (const auto *Both = dyn_cast<BinaryOperator>(S);
      Both && Both->isLogicalOp())
    return walkShortCircuit(*Both);
  if (const auto *Either = dyn_cast<ConditionalOperator>(S)) {
    walk(Either->getCond());
    std::optional<bool> Known = constantCondition(Either->getCond());
    if (Known.value_or(true))
      walk(Either->getTrueExpr());
    if (!Known.value_or(false))
      walk(Either->getFalseExpr());
    return;
  }
  if (const auto *Declarations = dyn_cast<DeclStmt>(S)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        walkDeclaration(*Variable);
    return;
  }
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(S)) {
    llvm::SaveAndRestore Keep(
        UsedAt, UsedAt.isValid() ? UsedAt : Default->getUsedLocation());
    return walk(Default->getExpr());
  }
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(S)) {
    llvm::SaveAndRestore Keep(
        UsedAt, UsedAt.isValid() ? UsedAt : Default->getUsedLocation());
    return walk(Default->getExpr());
  }
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(S))
    return walkSuspend(*Suspend);
  if (const auto *Call = dyn_cast<CallExpr>(S))
    return walkCall(*Call);
  if (const auto *List = dyn_cast<InitListExpr>(S);
      List && List->isSyntacticForm() && List->getSemanticForm())
    return walk(List->getSemanticForm());
  if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(S)) {
    // `T{x}` is found at T, where `T(x)` is.
    const auto *Made =
        dyn_cast<CXXConstructExpr>(Cast->getSubExpr()->IgnoreImplicit());
    if (Made)
      return walkConstruction(*Made, Cast->getBeginLoc());
  }
  if (const auto *Choice = dyn_cast<GenericSelectionExpr>(S))
    return Choice->isResultDependent() ? void() : walk(Choice->getResultExpr());
  if (const auto *Make = dyn_cast<CXXConstructExpr>(S))
    return walkConstruction(*Make, Make->getBeginLoc());
  walkChildren(*S);
  if (const auto *Delete = dyn_cast<CXXDeleteExpr>(S)) {
    const CXXRecordDecl *Record =
        Delete->getDestroyedType().isNull()
            ? nullptr
            : Delete->getDestroyedType()->getAsCXXRecordDecl();
    if (Record && Record->hasDefinition())
      emit(destructionSite(*Delete, *Record));
  }
}

void Walker::walkFunction(const FunctionDecl &F) {
  In = &F;
  Active.insert(&F);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      walk(Init->getInit());
  walkStatement(F.getBody());
}

/// A constructor nobody wrote: what its bases and fields do.
void Walker::walkDefaultConstruction(const CXXRecordDecl &Record) {
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const CXXRecordDecl *Parent = recordOf(Base.getType()))
      emit(memberSite(*Parent, RoutineKind::Construct, Base.getBeginLoc()));
  for (const FieldDecl *Field : Record.fields()) {
    if (Field->getInClassInitializer())
      walk(Field->getInClassInitializer());
    else if (const auto *Class = Field->getType()->getAsCXXRecordDecl())
      emit(memberSite(*Class, RoutineKind::Construct, Field->getLocation()));
  }
}

void Walker::walkDestruction(const CXXRecordDecl &Record) {
  const CXXDestructorDecl *Destructor = Record.getDestructor();
  if (Destructor && Destructor->isUserProvided())
    if (const FunctionDecl *Definition = definitionOf(*Destructor)) {
      In = Definition;
      walkStatement(Definition->getBody());
    }
  for (const FieldDecl *Field : Record.fields())
    if (const auto *Class = Field->getType()->getAsCXXRecordDecl())
      emit(memberSite(*Class, RoutineKind::Destroy, Field->getLocation()));
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const CXXRecordDecl *Parent = recordOf(Base.getType()))
      emit(memberSite(*Parent, RoutineKind::Destroy, Base.getBeginLoc()));
}

} // namespace

void forEachCallSite(Routine R, const RuleMatcher &Rules, const ASTContext &AST,
                     llvm::function_ref<void(const CallSite &)> Visit) {
  Walker W(Rules, AST, Visit);
  if (R.getInt() == RoutineKind::Run) {
    if (const FunctionDecl *F =
            definitionOf(*cast<FunctionDecl>(R.getPointer())))
      W.walkFunction(*F);
    return;
  }
  const auto *Record = cast<CXXRecordDecl>(R.getPointer())->getDefinition();
  if (!Record)
    return;
  if (R.getInt() == RoutineKind::Construct)
    W.walkDefaultConstruction(*Record);
  else
    W.walkDestruction(*Record);
}

} // namespace asynctidy
