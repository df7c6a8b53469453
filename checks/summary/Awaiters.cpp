// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Awaiters.h"
#include "model/CallSiteMaker.h"
#include "model/Callable.h"
#include "model/Coroutine.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

Awaiters::Awaiters(const Model &M) : M(M) {
  for (const FunctionDecl *F : M.functions().functions())
    if (const Stmt *Body = F->getBody())
      visit(*Body, *F);
}

void Awaiters::visit(const Stmt &S, const FunctionDecl &In) {
  if (isa<LambdaExpr>(S)) // its body is another function
    return;
  if (const auto *Coroutine = dyn_cast<CoroutineBodyStmt>(&S))
    return visit(*Coroutine->getBody(), In);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S)) {
    const auto *Call = dyn_cast<CallExpr>(valueSource(Suspend->getOperand()));
    if (const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr)
      Awaited.insert(F->getCanonicalDecl());
    return visit(*Suspend->getOperand(), In);
  }
  if (const auto *Call = dyn_cast<CallExpr>(&S)) {
    CallSite Site = plainCallSite(*Call);
    const RuleEntry *Spawn = M.rules().find(Site, Role::Spawn, &In);
    const Expr *Work = Spawn && Spawn->Callable
                           ? RuleMatcher::subject(Site, *Spawn->Callable)
                           : nullptr;
    if (const FunctionDecl *F = Work ? startedBy(Work, M.rules()) : nullptr)
      Started.insert(F->getCanonicalDecl());
  }
  for (const Stmt *Child : S.children())
    if (Child)
      visit(*Child, In);
}

} // namespace asynctidy
