// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "IgnoredResults.h"
#include "ErrorMentions.h"
#include "model/Coroutine.h"
#include "model/ErrorTypes.h"
#include "model/Mentions.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

/// Whether a value of \p T tells of an error, by its declaration or by a rule.
static bool holdsError(QualType T, const Model &M) {
  if (T.isNull() || T->isDependentType())
    return false;
  const RuleEntry *Code = M.rules().findType(T, Role::Cancellation);
  return showsError(T) || (Code && Code->Kind == "code" && T->isEnumeralType());
}

static const RuleEntry *gatherOf(const CoawaitExpr &Await, const Model &M) {
  CallSite Site = awaitedSite(Await, M.rules());
  return Site.Callee.getPointer() ? M.rules().find(Site, Role::Gather, nullptr)
                                  : nullptr;
}

bool givesError(const CoawaitExpr &Await, const Model &M) {
  if (holdsError(Await.getType(), M))
    return true;
  const RuleEntry *Gather = gatherOf(Await, M);
  return Gather && Gather->Settled;
}

namespace {

class IgnoredResultFinder {
public:
  IgnoredResultFinder(const FunctionDecl &F, const Stmt &Body, Model &M)
      : F(F), Body(Body), M(M), Scopes(Body) {}

  void find(const Stmt &S);
  std::vector<IgnoredResult> Found;

private:
  void await(const CoawaitExpr &Await);
  void result(const CoawaitExpr &Await);
  void declared(const VarDecl &V, const CoawaitExpr &Await);
  void bound(const DecompositionDecl &Parts, const CoawaitExpr &Await);
  void kept(const VarDecl &V, const CoawaitExpr &Await, const Expr &Start,
            IgnoredResult::Kind How);
  void add(IgnoredResult Result);
  const FlowGraph *graph();

  const FunctionDecl &F;
  const Stmt &Body;
  Model &M;
  LexicalScopes Scopes;
  std::unique_ptr<FlowGraph> Graph; ///< made when first asked for
};

const FlowGraph *IgnoredResultFinder::graph() {
  if (!Graph)
    Graph = FlowGraph::of(F, M.ast());
  return Graph.get();
}

/// Whether the loop \p S goes on until something leaves it.
bool isEndless(const Stmt &S, const ASTContext &AST) {
  const Expr *Condition = nullptr;
  if (const auto *For = dyn_cast<ForStmt>(&S))
    Condition = For->getCond();
  else if (const auto *While = dyn_cast<WhileStmt>(&S))
    Condition = While->getCond();
  else if (const auto *Do = dyn_cast<DoStmt>(&S))
    Condition = Do->getCond();
  else
    return false;
  bool Holds = true;
  return !Condition ||
         (!Condition->isValueDependent() &&
          Condition->EvaluateAsBooleanCondition(Holds, AST) && Holds);
}

void IgnoredResultFinder::add(IgnoredResult Result) {
  for (const Stmt *S = Result.Await; S; S = Scopes.parentOf(*S))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S)) {
      if (isEndless(*S, M.ast()))
        Result.EndlessLoop = S;
      break;
    }
  Found.push_back(Result);
}

/// The result, or the error, of \p Await goes into \p V at \p Start.
void IgnoredResultFinder::kept(const VarDecl &V, const CoawaitExpr &Await,
                               const Expr &Start, IgnoredResult::Kind How) {
  if (!V.isLocalVarDecl() || !V.hasLocalStorage() || V.getDeclContext() != &F ||
      V.hasAttr<UnusedAttr>() ||
      (V.getType()->isReferenceType() && How != IgnoredResult::Variable))
    return;
  ErrorMentions Mentions(V, Body, Scopes, M);
  if (Mentions.isShared() || !graph() ||
      Mentions.isLookedAtAfter(Start, *graph()))
    return;
  add({How, &Await, &V, V.getType(), Mentions.overwrittenAfter(Start)});
}

void IgnoredResultFinder::bound(const DecompositionDecl &Parts,
                                const CoawaitExpr &Await) {
  if (Parts.hasAttr<UnusedAttr>())
    return;
  std::vector<const BindingDecl *> Ignored;
  bool AnyLooked = false;
  for (const BindingDecl *Part : Parts.bindings()) {
    if (!holdsError(Part->getType(), M))
      continue;
    if (mentions(Body, *Part))
      AnyLooked = true;
    else
      Ignored.push_back(Part);
  }
  // One operation tells of one failure, even where it does so twice.
  if (AnyLooked && !gatherOf(Await, M))
    return;
  for (const BindingDecl *Part : Ignored)
    add({IgnoredResult::Binding, &Await, Part, Part->getType()});
}

void IgnoredResultFinder::declared(const VarDecl &V, const CoawaitExpr &Await) {
  if (const auto *Parts = dyn_cast<DecompositionDecl>(&V))
    return bound(*Parts, Await);
  if (!V.isImplicit()) // the range of a loop
    kept(V, Await, Await, IgnoredResult::Variable);
}

/// Where the value that \p Await gives goes.
void IgnoredResultFinder::result(const CoawaitExpr &Await) {
  const Expr *Value = &Await;
  for (;;) {
    const Stmt *Parent = Scopes.parentOf(*Value);
    const auto *Around = llvm::dyn_cast_or_null<Expr>(Parent);
    if (!Around)
      break;
    bool PassesOn = isa<ParenExpr, FullExpr, MaterializeTemporaryExpr,
                        CXXBindTemporaryExpr, InitListExpr>(Around);
    if (const auto *Cast = dyn_cast<CastExpr>(Around))
      PassesOn = Cast->getCastKind() == CK_NoOp;
    if (const auto *Make = dyn_cast<CXXConstructExpr>(Around))
      PassesOn = Make->getConstructor()->isCopyOrMoveConstructor();
    if (const auto *Either = dyn_cast<ConditionalOperator>(Around))
      PassesOn = Either->getCond() != Value;
    if (const auto *Call = dyn_cast<CallExpr>(Around)) {
      PassesOn = valueSource(Call) != Call;
      const auto *Assign = dyn_cast<CXXOperatorCallExpr>(Call);
      if (Assign && Assign->getOperator() == OO_Equal &&
          Assign->getArg(1) == Value)
        if (const auto *Ref =
                dyn_cast<DeclRefExpr>(Assign->getArg(0)->IgnoreParenImpCasts()))
          if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
            return kept(*V, Await, *Assign, IgnoredResult::Variable);
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(Around)) {
      if (Binary->getOpcode() == BO_Comma && Binary->getLHS() == Value)
        return add(
            {IgnoredResult::Discarded, &Await, nullptr, Await.getType()});
      PassesOn = Binary->getOpcode() == BO_Comma;
      const auto *Ref =
          dyn_cast<DeclRefExpr>(Binary->getLHS()->IgnoreParenImpCasts());
      const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      if (Binary->getOpcode() == BO_Assign && Binary->getRHS() == Value && V)
        return kept(*V, Await, *Binary, IgnoredResult::Variable);
    }
    if (!PassesOn)
      return;
    Value = Around;
  }
  const Stmt *Parent = Scopes.parentOf(*Value);
  if (const auto *Declarations = llvm::dyn_cast_or_null<DeclStmt>(Parent)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *V = dyn_cast<VarDecl>(D); V && V->getInit() == Value)
        declared(*V, Await);
    return;
  }
  // The last statement of a statement expression is its value.
  if (const auto *Block = llvm::dyn_cast_or_null<CompoundStmt>(Parent);
      Block && Block->body_back() == Value)
    if (const Stmt *Outer = Scopes.parentOf(*Block);
        Outer && isa<StmtExpr>(Outer))
      return;
  auto IsStatement = [&] {
    if (!Parent ||
        isa<CompoundStmt, LabelStmt, SwitchCase, AttributedStmt>(Parent))
      return Parent != nullptr;
    if (const auto *If = dyn_cast<IfStmt>(Parent))
      return If->getThen() == Value || If->getElse() == Value;
    if (const auto *For = dyn_cast<ForStmt>(Parent))
      return For->getBody() == Value || For->getInc() == Value ||
             For->getInit() == Value;
    if (const auto *While = dyn_cast<WhileStmt>(Parent))
      return While->getBody() == Value;
    if (const auto *Do = dyn_cast<DoStmt>(Parent))
      return Do->getBody() == Value;
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(Parent))
      return Range->getBody() == Value;
    return false;
  };
  if (IsStatement())
    add({IgnoredResult::Discarded, &Await, nullptr, Await.getType()});
}

void IgnoredResultFinder::await(const CoawaitExpr &Await) {
  if (Await.isTypeDependent())
    return;
  if (givesError(Await, M))
    result(Await);
  for (const ErrorOutput &Output : errorOutputsOf(Await, M))
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Output.Name))
      if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
        kept(*V, Await, Await, IgnoredResult::Redirected);
}

void IgnoredResultFinder::find(const Stmt &S) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *If = dyn_cast<IfStmt>(&S); If && If->isConstexpr())
    if (std::optional<const Stmt *> Taken = If->getNondiscardedCase(M.ast())) {
      if (*Taken)
        find(**Taken);
      return;
    }
  if (const auto *Await = dyn_cast<CoawaitExpr>(&S))
    await(*Await);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return find(*Suspend->getOperand());
  if (const auto *Return = dyn_cast<CoreturnStmt>(&S)) {
    if (Return->getOperand())
      find(*Return->getOperand());
    return;
  }
  for (const Stmt *Child : S.children())
    if (Child)
      find(*Child);
}

} // namespace

std::vector<IgnoredResult> ignoredResultsOf(const FunctionDecl &F, Model &M) {
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  const FunctionDecl *Shown = definitionOf(F);
  if (!Coroutine || Shown->isDependentContext())
    return {};
  const Stmt &Body = *Coroutine->getBody();
  IgnoredResultFinder Finder(*Shown, Body, M);
  Finder.find(Body);
  return std::move(Finder.Found);
}

} // namespace asynctidy
