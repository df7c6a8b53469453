// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ThreadFacts.h"
#include "ThreadFactDomain.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/ThreadLocals.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Most coroutines have nothing to do with threads.
static bool knowsThread(const Stmt &S, const FunctionDecl &F, const Model &M) {
  if (isErrnoCall(S))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S); Ref && threadLocalNamed(Ref))
    return true;
  if (const auto *Call = dyn_cast<CallExpr>(&S);
      Call && M.rules().find(plainCallSite(*Call), Role::ThreadId, &F))
    return true;
  return !isa<LambdaExpr>(S) && llvm::any_of(S.children(), [&](const Stmt *C) {
    return C && knowsThread(*C, F, M);
  });
}

std::vector<StaleThreadFact> staleThreadFactsOf(const FunctionDecl &F,
                                                const Model &M) {
  const CoroutineBodyStmt *Body = coroutineBody(F);
  if (!Body || !knowsThread(*Body->getBody(), F, M))
    return {};
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return {};
  LexicalScopes Scopes(*Body->getBody());
  ThreadFactDomain Domain(F, Scopes, M);
  for (const CFGBlock *Block : Graph->cfg())
    for (const Stmt *Step : Graph->steps(*Block))
      if (const auto *S = dyn_cast<CoroutineSuspendExpr>(Step))
        Domain.noteResumption(*S);
  Forward<ThreadFactDomain> Flow(*Graph, Domain);
  if (!Flow.run())
    return {};
  Domain.Found.clear();
  Flow.replay();
  return std::move(Domain.Found);
}

} // namespace asynctidy
