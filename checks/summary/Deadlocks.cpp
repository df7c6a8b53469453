// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Deadlocks.h"
#include "model/CallSiteMaker.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

bool waitsForItself(const BlockingSite &Leaf, const FunctionDecl &F,
                    const AsyncContexts &Contexts, const Model &M) {
  if (!Leaf.Entry)
    return false;
  if (Leaf.Entry->EntryRole == Role::Bridge && Leaf.Entry->Executor)
    return Contexts.isOwnExecutor(
        RuleMatcher::subject(Leaf.Site, *Leaf.Entry->Executor), F);
  // A future of work that was started on this very executor.
  const auto *Made =
      llvm::dyn_cast_or_null<CallExpr>(valueOrigin(Leaf.Site.Receiver));
  if (!Made || Leaf.Entry->Category != "future-wait")
    return false;
  CallSite Start = plainCallSite(*Made);
  const RuleEntry *Spawn = M.rules().find(Start, Role::Spawn, &F);
  return Spawn && Spawn->Handle == "future" && Spawn->Executor &&
         Contexts.isOwnExecutor(RuleMatcher::subject(Start, *Spawn->Executor),
                                F);
}

} // namespace asynctidy
