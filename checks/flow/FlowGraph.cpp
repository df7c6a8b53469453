// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "FlowGraph.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

std::unique_ptr<CFG> flowGraphOf(const FunctionDecl &F, ASTContext &AST) {
  Stmt *Body = F.getBody();
  if (auto *Coroutine = llvm::dyn_cast_or_null<CoroutineBodyStmt>(Body))
    Body = Coroutine->getBody();
  if (!Body || F.isDependentContext())
    return nullptr;
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddEHEdges = true;
  return CFG::buildCFG(&F, Body, &AST, Options);
}

} // namespace asynctidy
