// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "FlowGraph.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

std::unique_ptr<FlowGraph> FlowGraph::of(const FunctionDecl &F,
                                         ASTContext &AST) {
  Stmt *Body = F.getBody();
  if (auto *Coroutine = llvm::dyn_cast_or_null<CoroutineBodyStmt>(Body))
    Body = Coroutine->getBody();
  if (!Body || F.isDependentContext())
    return nullptr;
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  std::unique_ptr<CFG> Graph = CFG::buildCFG(&F, Body, &AST, Options);
  if (!Graph)
    return nullptr;
  return std::unique_ptr<FlowGraph>(new FlowGraph(std::move(Graph), *Body));
}

FlowGraph::FlowGraph(std::unique_ptr<CFG> G, const Stmt &Body)
    : Graph(std::move(G)), Steps(Graph->getNumBlockIDs()) {
  bool HasTry = false;
  for (const CFGBlock *Block : *Graph) {
    for (const CFGElement &Element : *Block)
      if (std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>()) {
        Steps[Block->getBlockID()].push_back(Statement->getStmt());
        Where[Statement->getStmt()] = Block;
      }
    if (const auto *Try =
            llvm::dyn_cast_or_null<CXXTryStmt>(Block->getTerminatorStmt())) {
      Dispatch[Try] = Block;
      HasTry = true;
    }
  }
  if (HasTry)
    noteHandlers(Body, nullptr);
}

void FlowGraph::noteHandlers(const Stmt &S, const CXXTryStmt *Try) {
  if (Try)
    TryOf[&S] = Try;
  if (const auto *Inner = dyn_cast<CXXTryStmt>(&S)) {
    noteHandlers(*Inner->getTryBlock(), Inner);
    for (unsigned I = 0; I < Inner->getNumHandlers(); ++I)
      noteHandlers(*Inner->getHandler(I)->getHandlerBlock(), Try);
    return;
  }
  if (isa<LambdaExpr>(S)) // its body is another function
    return;
  for (const Stmt *Child : S.children())
    if (Child)
      noteHandlers(*Child, Try);
}

static bool throwsNothing(const FunctionDecl *F) {
  const auto *Type = F ? F->getType()->getAs<FunctionProtoType>() : nullptr;
  // Where it must be computed first, it is not known.
  return Type && !isUnresolvedExceptionSpec(Type->getExceptionSpecType()) &&
         Type->isNothrow();
}

bool mayThrow(const Stmt &Step) {
  if (const auto *Call = dyn_cast<CallExpr>(&Step))
    return !throwsNothing(Call->getDirectCallee());
  if (const auto *Make = dyn_cast<CXXConstructExpr>(&Step))
    return !Make->isElidable() && !throwsNothing(Make->getConstructor());
  return isa<CXXNewExpr, CXXThrowExpr, CXXDynamicCastExpr>(Step);
}

const CFGBlock *FlowGraph::handlerOf(const Stmt &Step) const {
  if (TryOf.empty() || isa<CXXThrowExpr>(Step) || !mayThrow(Step))
    return nullptr; // a throw expression has its edge
  return Dispatch.lookup(TryOf.lookup(&Step));
}

bool FlowGraph::suspends(const Stmt &Step) {
  return isa<CoawaitExpr, CoyieldExpr>(Step);
}

} // namespace asynctidy
