// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "SwallowedCodes.h"
#include "WayRound.h"
#include "flow/IgnoredResults.h"
#include "flow/Loops.h"
#include "model/CallSiteMaker.h"
#include "model/Callable.h"
#include "model/Coroutine.h"
#include "model/ErrorTypes.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

class SwallowedCodeFinder {
public:
  SwallowedCodeFinder(const FunctionDecl &F, const Stmt &Body, Model &M,
                      StopArrivals &Arrivals)
      : F(F), M(M), Arrivals(Arrivals), Scopes(Body) {}

  void visit(const Stmt &S, const Stmt *Endless);
  std::vector<SwallowedCode> Found;

private:
  const std::vector<IgnoredResult> &ignored();
  void consider(const CoawaitExpr &Await, const Stmt &Loop);
  const RulePack *packOf(const CoawaitExpr &Await) const;
  std::string codeIn(QualType Type, const RulePack &Pack) const;
  void turned(SwallowedCode &Code, const Expr &E, const RulePack &Pack);
  bool isCarriedBy(const RuleEntry &Signal, const Stmt &S) const;
  const VarDecl *resultOf(const CoawaitExpr &Await) const;

  const FunctionDecl &F;
  Model &M;
  StopArrivals &Arrivals;
  LexicalScopes Scopes;
  std::unique_ptr<FlowGraph> Graph;
  std::optional<std::vector<IgnoredResult>> Ignored;
};

/// The rules of the library that \p Await belongs to; null if none does.
const RulePack *SwallowedCodeFinder::packOf(const CoawaitExpr &Await) const {
  for (QualType T : {F.getReturnType(), Await.getOperand()->getType()})
    if (const RuleEntry *Task = M.rules().findType(T, Role::Task))
      return Task->Pack;
  return nullptr;
}

/// Whether an error code is a part of \p T: of a tuple, an expected.
static bool holdsErrorCode(QualType T) {
  return isError(T) || llvm::any_of(typeArguments(T), holdsErrorCode);
}

/// What a value of \p Type can hold that says "cancelled"; empty if nothing.
std::string SwallowedCodeFinder::codeIn(QualType Type,
                                        const RulePack &Pack) const {
  for (const RuleEntry &Entry : Pack.Entries) {
    if (Entry.EntryRole != Role::Cancellation || Entry.Kind != "code" ||
        Entry.Constants.empty())
      continue;
    bool Holds = llvm::any_of(Entry.Types, [&](const std::string &Name) {
      return typeMentions(Type, Name);
    });
    if (Holds || holdsErrorCode(Type.getNonReferenceType()))
      return Entry.Constants.front();
  }
  return "";
}

/// Whether a part of \p S can carry \p Signal.
bool SwallowedCodeFinder::isCarriedBy(const RuleEntry &Signal,
                                      const Stmt &S) const {
  const auto *E = dyn_cast<Expr>(&S);
  if (Signal.CarriedBy.empty())
    return true;
  if (E && llvm::any_of(Signal.CarriedBy, [&](const std::string &Token) {
        return typeMentions(E->getType(), Token);
      }))
    return true;
  return !isa<LambdaExpr>(S) && llvm::any_of(S.children(), [&](const Stmt *C) {
    return C && isCarriedBy(Signal, *C);
  });
}

/// Looks in \p E for a call that a rule says makes a value of the signal, and
/// whose callable, if it has one, does not let it through.
void SwallowedCodeFinder::turned(SwallowedCode &Code, const Expr &E,
                                 const RulePack &Pack) {
  if (isa<LambdaExpr>(E) || Code.Turner)
    return;
  for (const Stmt *Child : E.children())
    if (const auto *Part = llvm::dyn_cast_or_null<Expr>(Child))
      turned(Code, *Part, Pack);
  const auto *Call = dyn_cast<CallExpr>(&E);
  if (!Call || Code.Turner)
    return;
  CallSite Site = callSite(*Call, M.rules());
  const RuleEntry *Entry = M.rules().find(Site, Role::Cancellation, &F);
  if (!Entry || Entry->Kind != "swallows" ||
      M.rules().find(Site, Role::Gather, &F))
    return;
  for (const Expr *Arg : Site.Args)
    if (const FunctionDecl *Body = callableOf(Arg, M.rules())) {
      const FunctionDecl *Shown = definitionOf(*Body);
      if (!Shown || Arrivals.maySendOn(*Shown->getBody()))
        return;
      Code.HasCallable = true;
    }
  auto Throws = llvm::make_filter_range(Pack.Entries, [](const RuleEntry &S) {
    return S.EntryRole == Role::Cancellation && S.Kind == "exception";
  });
  // Some libraries tell it by no exception at all.
  if (Throws.empty() || llvm::any_of(Throws, [&](const RuleEntry &Signal) {
        return isCarriedBy(Signal, E);
      }))
    Code.Turner = Call;
}

/// The variable that is declared with what \p Await gives.
const VarDecl *SwallowedCodeFinder::resultOf(const CoawaitExpr &Await) const {
  const auto *Declarations = llvm::dyn_cast_or_null<DeclStmt>(
      Scopes.parentOf(Scopes.fullExpression(Await)));
  return Declarations && Declarations->isSingleDecl()
             ? dyn_cast<VarDecl>(Declarations->getSingleDecl())
             : nullptr;
}

void SwallowedCodeFinder::consider(const CoawaitExpr &Await, const Stmt &Loop) {
  AwaitedOperation Operation = operationOf(Await, M.rules());
  if (onlyWaits(Operation.Site, F, M.rules()))
    return;
  const RulePack *Pack = packOf(Await);
  if (!Pack)
    return;
  auto R = llvm::find_if(
      ignored(), [&](const IgnoredResult &I) { return I.Await == &Await; });
  bool IsIgnored = R != Ignored->end();
  SwallowedCode Code;
  Code.Await = &Await;
  Code.Loop = &Loop;
  Code.Signal = codeIn(IsIgnored ? R->Type : Await.getType(), *Pack);
  Code.Name = IsIgnored ? R->Name : nullptr;
  if (Code.Signal.empty() && (IsIgnored || !givesErrorAsValue(Await)))
    turned(Code, *Await.getOperand(), *Pack);
  bool IsUnseen = IsIgnored || Code.Turner;
  if (Code.Signal.empty() && !Code.Turner)
    return;
  if (!Graph)
    Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return;
  const VarDecl *Result = IsIgnored ? nullptr : resultOf(Await);
  WayRound Way(Await, Result, *Graph, M, Arrivals, F);
  WayRound::Answer Answer = Way.find(!IsUnseen);
  if (Answer == WayRound::No)
    return;
  Code.Asked = Answer == WayRound::Asked;
  Found.push_back(std::move(Code));
}

const std::vector<IgnoredResult> &SwallowedCodeFinder::ignored() {
  if (!Ignored)
    Ignored = ignoredResultsOf(F, M);
  return *Ignored;
}

void SwallowedCodeFinder::visit(const Stmt &S, const Stmt *Endless) {
  if (isa<LambdaExpr>(S))
    return;
  if (isLoop(S))
    Endless = isEndless(S, M.ast()) ? &S : nullptr;
  if (const auto *Await = dyn_cast<CoawaitExpr>(&S); Await && Endless)
    consider(*Await, *Endless);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return visit(*Suspend->getOperand(), Endless);
  for (const Stmt *Child : S.children())
    if (Child)
      visit(*Child, Endless);
}

} // namespace

std::vector<SwallowedCode> swallowedCodesOf(const FunctionDecl &F, Model &M,
                                            StopArrivals &Arrivals) {
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  if (!Coroutine || F.isDependentContext())
    return {};
  SwallowedCodeFinder Finder(F, *Coroutine->getBody(), M, Arrivals);
  Finder.visit(*Coroutine->getBody(), nullptr);
  return std::move(Finder.Found);
}

} // namespace asynctidy
