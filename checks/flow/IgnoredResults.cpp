// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "IgnoredResults.h"
#include "Destination.h"
#include "ErrorMentions.h"
#include "Loops.h"
#include "model/Coroutine.h"
#include "model/ErrorTypes.h"
#include "model/Mentions.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

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
  bool valueIsTested(const CoawaitExpr &Await) const;
  void declared(const VarDecl &V, const CoawaitExpr &Await);
  void bound(const DecompositionDecl &Parts, const CoawaitExpr &Await);
  void kept(const VarDecl &V, const CoawaitExpr &Await, const Expr &Start,
            IgnoredResult::Kind How);
  void add(IgnoredResult::Kind How, const CoawaitExpr &Await,
           const ValueDecl *Name, QualType Type,
           const Stmt *OverwrittenAt = nullptr);
  bool isLast(const CoawaitExpr &Await);
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

/// Whether what is called after \p Await, on every way, only ends something.
bool IgnoredResultFinder::isLast(const CoawaitExpr &Await) {
  static constexpr llvm::StringLiteral Ends[] = {"close", "shutdown", "cancel",
                                                 "return", // return_void()
                                                 "stop"};
  if (!graph())
    return false;
  bool Last = graph()->blockOf(Await);
  forEachStepAfter(Await, *graph(), [&](const Stmt &Step) {
    const auto *Call = dyn_cast<CallExpr>(&Step);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Step);
    bool Assigns = Operator && Operator->getOperator() == OO_Equal;
    bool IsWritten = !Assigns && Scopes.contains(Body, Step) &&
                     !Scopes.contains(Step, Await);
    bool DoesMore = isa<CoroutineSuspendExpr, CXXThrowExpr>(Step) ||
                    (Call && !(Callee && hasWord(lastPart(*Callee), Ends)));
    Last &= !(IsWritten && DoesMore);
    return Last;
  });
  return Last;
}

void IgnoredResultFinder::add(IgnoredResult::Kind How, const CoawaitExpr &Await,
                              const ValueDecl *Name, QualType Type,
                              const Stmt *OverwrittenAt) {
  IgnoredResult Result;
  Result.How = How;
  Result.Await = &Await;
  Result.Name = Name;
  Result.Type = Type;
  Result.OverwrittenAt = OverwrittenAt;
  const Stmt *Loop = loopAround(Await, Scopes);
  if (Loop && isEndless(*Loop, M.ast()))
    Result.EndlessLoop = Loop;
  Result.IsLast = isLast(*Result.Await);
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
  if (Mentions.isShared() || !graph())
    return;
  ErrorMentions::Fate Fate = Mentions.after(Start, *graph());
  if (!Fate.IsLookedAt)
    add(How, Await, &V, V.getType(), Fate.OverwrittenAt);
}

void IgnoredResultFinder::bound(const DecompositionDecl &Parts,
                                const CoawaitExpr &Await) {
  if (Parts.hasAttr<UnusedAttr>())
    return;
  std::vector<const BindingDecl *> Ignored;
  bool IsKnown = false;
  for (const BindingDecl *Part : Parts.bindings()) {
    bool IsMentioned = mentions(Body, *Part);
    if (!holdsError(Part->getType(), M))
      IsKnown |= llvm::any_of(mentionsOf(*Part, Body), [&](const Expr *E) {
        return isTested(*E, Scopes);
      });
    else if (IsMentioned)
      IsKnown = true;
    else
      Ignored.push_back(Part);
  }
  // One operation tells of one failure, even where it does so twice.
  if (IsKnown && !gatherOf(Await, M))
    return;
  for (const BindingDecl *Part : Ignored)
    add(IgnoredResult::Binding, Await, Part, Part->getType());
}

void IgnoredResultFinder::declared(const VarDecl &V, const CoawaitExpr &Await) {
  if (const auto *Parts = dyn_cast<DecompositionDecl>(&V))
    return bound(*Parts, Await);
  if (!V.isImplicit()) // the range of a loop
    kept(V, Await, Await, IgnoredResult::Variable);
}

/// Whether \p Around hands the value of \p Value on unchanged.
static bool passesOn(const Expr &Around, const Expr &Value) {
  if (const auto *Cast = dyn_cast<CastExpr>(&Around))
    return Cast->getCastKind() == CK_NoOp;
  if (const auto *Make = dyn_cast<CXXConstructExpr>(&Around))
    return Make->getConstructor()->isCopyOrMoveConstructor();
  if (const auto *Either = dyn_cast<ConditionalOperator>(&Around))
    return Either->getCond() != &Value;
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Around))
    return Binary->getOpcode() == BO_Comma && Binary->getRHS() == &Value;
  if (const auto *Call = dyn_cast<CallExpr>(&Around))
    return valueSource(Call) != Call; // std::move
  return isa<ParenExpr, FullExpr, MaterializeTemporaryExpr,
             CXXBindTemporaryExpr, InitListExpr>(Around);
}

/// The variable that \p Around gives the value of \p Value; null if none.
static const VarDecl *assignedBy(const Expr &Around, const Expr &Value) {
  const Expr *To = nullptr;
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Around);
      Binary && Binary->getOpcode() == BO_Assign && Binary->getRHS() == &Value)
    To = Binary->getLHS();
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Around);
      Call && Call->getOperator() == OO_Equal && Call->getArg(1) == &Value)
    To = Call->getArg(0);
  const auto *Ref =
      To ? dyn_cast<DeclRefExpr>(To->IgnoreParenImpCasts()) : nullptr;
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// Whether \p Parent evaluates \p Value for nothing but what it does.
static bool isStatementOf(const Stmt &Parent, const Expr &Value) {
  if (const auto *Comma = dyn_cast<BinaryOperator>(&Parent))
    return Comma->getOpcode() == BO_Comma && Comma->getLHS() == &Value;
  if (const auto *If = dyn_cast<IfStmt>(&Parent))
    return If->getThen() == &Value || If->getElse() == &Value;
  if (const auto *For = dyn_cast<ForStmt>(&Parent))
    return For->getBody() == &Value || For->getInc() == &Value ||
           For->getInit() == &Value;
  if (const auto *While = dyn_cast<WhileStmt>(&Parent))
    return While->getBody() == &Value;
  if (const auto *Do = dyn_cast<DoStmt>(&Parent))
    return Do->getBody() == &Value;
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(&Parent))
    return Range->getBody() == &Value;
  return isa<CompoundStmt, LabelStmt, SwitchCase, AttributedStmt>(Parent);
}

/// Whether \p Value is what a statement expression gives.
static bool isBlockValue(const Stmt &Parent, const Expr &Value,
                         const LexicalScopes &Scopes) {
  const auto *Block = dyn_cast<CompoundStmt>(&Parent);
  return Block && Block->body_back() == &Value &&
         isa_and_nonnull<StmtExpr>(Scopes.parentOf(*Block));
}

/// Where the value that \p Await gives goes.
void IgnoredResultFinder::result(const CoawaitExpr &Await) {
  const Expr *Value = &Await;
  const Stmt *Parent = Scopes.parentOf(*Value);
  for (; Parent; Parent = Scopes.parentOf(*Value)) {
    const auto *Around = dyn_cast<Expr>(Parent);
    if (Around)
      if (const VarDecl *V = assignedBy(*Around, *Value))
        return kept(*V, Await, *Around, IgnoredResult::Variable);
    if (!Around || !passesOn(*Around, *Value))
      break;
    Value = Around;
  }
  if (!Parent)
    return;
  if (const auto *Declarations = dyn_cast<DeclStmt>(Parent)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *V = dyn_cast<VarDecl>(D); V && V->getInit() == Value)
        declared(*V, Await);
  } else if (isStatementOf(*Parent, *Value) &&
             !isBlockValue(*Parent, *Value, Scopes)) {
    add(IgnoredResult::Discarded, Await, nullptr, Await.getType());
  }
}

/// Whether what came along with an error, the value of \p Await itself, is
/// tested: a number of bytes for one.
bool IgnoredResultFinder::valueIsTested(const CoawaitExpr &Await) const {
  if (isTested(Await, Scopes))
    return true;
  const Expr &Whole = Scopes.fullExpression(Await);
  const Stmt *Around = Scopes.parentOf(Whole);
  const VarDecl *V = nullptr;
  if (const auto *Declarations = llvm::dyn_cast_or_null<DeclStmt>(Around);
      Declarations && Declarations->isSingleDecl())
    V = dyn_cast<VarDecl>(Declarations->getSingleDecl());
  else if (const auto *Direct = Scopes.parentOf(Await);
           Direct && isa<Expr>(Direct))
    V = assignedBy(*cast<Expr>(Direct), Await);
  return V && llvm::any_of(mentionsOf(*V, Body), [&](const Expr *Mention) {
           return isTested(*Mention, Scopes);
         });
}

void IgnoredResultFinder::await(const CoawaitExpr &Await) {
  if (Await.isTypeDependent())
    return;
  if (givesError(Await, M))
    result(Await);
  std::vector<ErrorOutput> Outputs = errorOutputsOf(Await, M);
  if (Outputs.empty() || valueIsTested(Await))
    return;
  for (const ErrorOutput &Output : Outputs)
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
