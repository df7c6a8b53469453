// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LateCleanup.h"
#include "Aftermath.h"
#include "flow/Branches.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "model/StopQuestions.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Follows the ways on from a handler to what is awaited first.
class FirstAwait {
public:
  FirstAwait(const FlowGraph &Graph, const LexicalScopes &Scopes,
             const Stmt &Body, const CXXTryStmt &Try,
             const CXXCatchStmt &Handler, const Model &M)
      : M(M), Marks(Try, Handler, Body, Scopes), On(Graph) {
    On.add(blockOfHandler(Graph, Handler), false);
    On.follow(*this);
  }

  /// It cleans up: it is awaited only since the handler was entered, or its
  /// name says so.
  const CoawaitExpr *Cleanup = nullptr;
  /// Only its name does.
  bool IsByName = false;

private:
  // What Ways asks for. The mark: what the handler noted down was asked for.
  friend class asynctidy::Ways;
  bool step(const Stmt &Step, bool IsAsked);
  void leave(const CFGBlock &Block, bool IsAsked);

  const Model &M;
  HandlerMarks Marks;
  Ways On;
};

bool FirstAwait::step(const Stmt &Step, bool IsAsked) {
  if (isa<CXXThrowExpr, CoreturnStmt>(Step))
    return false;
  const auto *Await = dyn_cast<CoawaitExpr>(&Step);
  if (!Await || !maySuspend(*Await, M))
    return !isa<CoyieldExpr>(Step);
  if (!Cleanup && (IsAsked || cleansUp(*Await, M.rules()))) {
    Cleanup = Await;
    IsByName = !IsAsked;
  }
  return false;
}

void FirstAwait::leave(const CFGBlock &Block, bool IsAsked) {
  if (const Expr *Condition = branchCondition(Block))
    if (Marks.areSeenBy(*Condition)) {
      if (std::optional<bool> Answer = Marks.answer(*Condition, M.ast()))
        return On.addBranch(Block, *Answer, true);
      return; // it may be about anything
    }
  for (const CFGBlock *Next : Block.succs())
    On.add(Next, IsAsked);
}

class LateCleanupFinder {
public:
  LateCleanupFinder(const FunctionDecl &F, const Stmt &Body,
                    const FlowGraph &Graph, const Model &M,
                    StopArrivals &Arrivals)
      : F(F), Body(Body), Graph(Graph), M(M), Arrivals(Arrivals), Scopes(Body) {
  }

  void visit(const Stmt &S);
  /// Whether the coroutine says when it may be stopped, anywhere in \p S.
  bool isShielded(const Stmt &S) const;

  std::vector<LateCleanup> Found;

private:
  void visitTry(const CXXTryStmt &Try);
  const ValueDecl *tokenOfBoth(const StopSignal &Signal, const CoawaitExpr &At,
                               const CoawaitExpr &Cleanup) const;

  const FunctionDecl &F;
  const Stmt &Body;
  const FlowGraph &Graph;
  const Model &M;
  StopArrivals &Arrivals;
  LexicalScopes Scopes;
};

bool LateCleanupFinder::isShielded(const Stmt &S) const {
  std::optional<CallSite> Site;
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    Site = callSite(*Call, M.rules());
  else if (const auto *Make = dyn_cast<CXXConstructExpr>(&S))
    Site = constructionSite(*Make);
  if (Site) {
    const RuleEntry *Entry = M.rules().find(*Site, Role::Cancellation, &F);
    if (Entry && Entry->Kind == "shield")
      return true;
  }
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && isShielded(*Child);
  });
}

/// Adds what \p S names to \p Found.
void collectNamed(const Stmt &S, llvm::SmallVectorImpl<const Expr *> &Found) {
  if (isa<DeclRefExpr, MemberExpr>(S))
    Found.push_back(cast<Expr>(&S));
  for (const Stmt *Child : S.children())
    if (Child)
      collectNamed(*Child, Found);
}

const ValueDecl *
LateCleanupFinder::tokenOfBoth(const StopSignal &Signal, const CoawaitExpr &At,
                               const CoawaitExpr &Cleanup) const {
  llvm::SmallVector<const Expr *, 8> First, Second;
  collectNamed(*At.getOperand(), First);
  collectNamed(*Cleanup.getOperand(), Second);
  for (const Expr *E : First) {
    const ValueDecl *Token = namedValue(E);
    bool IsToken =
        Token && llvm::any_of(Signal.Entry->CarriedBy, [&](const auto &Name) {
          return typeMentions(Token->getType(), Name);
        });
    if (IsToken && llvm::any_of(Second, [&](const Expr *Other) {
          return namedValue(Other) == Token;
        }))
      return Token;
  }
  return nullptr;
}

void LateCleanupFinder::visitTry(const CXXTryStmt &Try) {
  if (!isWritten(Try, M))
    return;
  StopArrivals::List Arriving = Arrivals.from(*Try.getTryBlock(), F);
  for (unsigned I = 0; I < Try.getNumHandlers() && !Arriving.empty(); ++I) {
    const CXXCatchStmt &Handler = *Try.getHandler(I);
    FirstAwait After(Graph, Scopes, Body, Try, Handler, M);
    const CoawaitExpr *Cleanup = After.Cleanup;
    for (const StopArrival &A : Arriving) {
      if (!Cleanup || !A.Signal.Entry || !catches(Handler, A.Signal))
        continue;
      // Who catches error codes waits for one of many, and not to be stopped.
      if (After.IsByName && A.Signal.isToldByCode() && isFor(Handler, A.Signal))
        continue;
      const ValueDecl *Token = A.Signal.Entry->CarriedBy.empty()
                                   ? nullptr
                                   : tokenOfBoth(A.Signal, *A.At, *Cleanup);
      if (!Token && !A.Signal.isSticky())
        continue;
      Found.push_back({&Handler, A.Signal, A.At, Cleanup, Token});
      break;
    }
    llvm::erase_if(Arriving, [&](const StopArrival &A) {
      return catches(Handler, A.Signal);
    });
  }
}

void LateCleanupFinder::visit(const Stmt &S) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *Try = dyn_cast<CXXTryStmt>(&S))
    visitTry(*Try);
  for (const Stmt *Child : S.children())
    if (Child)
      visit(*Child);
}

} // namespace

std::vector<LateCleanup> lateCleanupsOf(const FunctionDecl &F, const Model &M,
                                        StopArrivals &Arrivals) {
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  if (!Coroutine || F.isDependentContext())
    return {};
  const Stmt &Body = *Coroutine->getBody();
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return {};
  LateCleanupFinder Finder(F, Body, *Graph, M, Arrivals);
  Finder.visit(Body);
  if (!Finder.Found.empty() && Finder.isShielded(Body))
    return {};
  return std::move(Finder.Found);
}

} // namespace asynctidy
