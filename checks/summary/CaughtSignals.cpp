// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Aftermath.h"
#include "flow/AccessPath.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/StopQuestions.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

class CaughtSignalFinder {
public:
  CaughtSignalFinder(const FunctionDecl &F, const Stmt &Body,
                     const FlowGraph &Graph, const Model &M,
                     StopArrivals &Arrivals)
      : F(F), Body(Body), Graph(Graph), M(M), Arrivals(Arrivals), Scopes(Body) {
  }

  void visit(const Stmt &S);
  std::vector<CaughtSignal> Found;

private:
  void visitTry(const CXXTryStmt &Try);
  bool isOwnRequest(const CaughtSignal &Caught) const;
  bool isSwallowed(CaughtSignal &Caught) const;

  const FunctionDecl &F;
  const Stmt &Body;
  const FlowGraph &Graph;
  const Model &M;
  StopArrivals &Arrivals;
  LexicalScopes Scopes;
  /// What the function asked to stop so far, in the text.
  std::vector<AccessPath> Requested;
};

/// Whether the try awaits what this function itself has asked to stop.
bool CaughtSignalFinder::isOwnRequest(const CaughtSignal &Caught) const {
  if (Requested.empty())
    return false;
  const Expr *Origin = valueSource(Caught.At->getOperand());
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Origin))
    Origin = Call->getImplicitObjectArgument();
  std::optional<AccessPath> Awaited = AccessPath::of(Origin);
  return Awaited && llvm::is_contained(Requested, *Awaited);
}

/// Finds out what \p Caught leads to, and whether that rests on functions that
/// are not seen here.
bool CaughtSignalFinder::isSwallowed(CaughtSignal &Caught) const {
  CaughtSignal Sure = Caught;
  if (!Aftermath(Graph, Scopes, Body, M, Arrivals, Caught).follow())
    return false;
  if (Caught.Unseen.empty())
    return true;
  Aftermath Doubting(Graph, Scopes, Body, M, Arrivals, Sure);
  Doubting.doubt();
  if (Doubting.follow() && Sure.What == Caught.What)
    Caught.Unseen.clear();
  return true;
}

void CaughtSignalFinder::visitTry(const CXXTryStmt &Try) {
  if (!isWritten(Try, M))
    return;
  StopArrivals::List Arriving = Arrivals.from(*Try.getTryBlock(), F);
  for (unsigned I = 0; I < Try.getNumHandlers() && !Arriving.empty(); ++I) {
    const CXXCatchStmt &Handler = *Try.getHandler(I);
    const auto *Arrival = llvm::find_if(Arriving, [&](const StopArrival &A) {
      return catches(Handler, A.Signal);
    });
    if (Arrival == Arriving.end())
      continue;
    CaughtSignal Caught;
    Caught.Try = &Try;
    Caught.Handler = &Handler;
    Caught.Signal = Arrival->Signal;
    Caught.At = Arrival->At;
    if (!isOwnRequest(Caught) && isSwallowed(Caught))
      Found.push_back(Caught);
    llvm::erase_if(Arriving, [&](const StopArrival &A) {
      return catches(Handler, A.Signal);
    });
  }
}

void CaughtSignalFinder::visit(const Stmt &S) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S)) {
    const RuleEntry *Entry =
        M.rules().find(callSite(*Call, M.rules()), Role::Cancellation, &F);
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if ((Entry && Entry->Kind == "request") || (Method && saysStop(*Method)))
      if (auto Path = AccessPath::of(Call->getImplicitObjectArgument()))
        Requested.push_back(*Path);
  }
  if (const auto *Try = dyn_cast<CXXTryStmt>(&S))
    visitTry(*Try);
  for (const Stmt *Child : S.children())
    if (Child)
      visit(*Child);
}

} // namespace

bool isWritten(const CXXTryStmt &Try, const Model &M) {
  const SourceManager &SM = M.ast().getSourceManager();
  return M.project().contains(SM.getSpellingLoc(Try.getTryLoc()));
}

std::vector<CaughtSignal> caughtSignalsOf(const FunctionDecl &F, const Model &M,
                                          StopArrivals &Arrivals) {
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  if (!Coroutine || F.isDependentContext())
    return {};
  const Stmt &Body = *Coroutine->getBody();
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return {};
  CaughtSignalFinder Finder(F, Body, *Graph, M, Arrivals);
  Finder.visit(Body);
  return std::move(Finder.Found);
}

} // namespace asynctidy
