// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Ways.h"
#include "clang/AST/Expr.h"

using namespace clang;

namespace asynctidy {
namespace {

/// What forEachStepAfter asks Ways for.
class StepsAfter {
public:
  StepsAfter(const Expr &Start, const FlowGraph &Graph,
             llvm::function_ref<bool(const Stmt &)> GoesOn)
      : Start(Start), Graph(Graph), GoesOn(GoesOn), On(Graph) {
    On.followAfter(Start, *this);
  }

private:
  friend class asynctidy::Ways;
  bool step(const Stmt &Step, bool) {
    if (&Step == &Start || !GoesOn(Step))
      return false;
    On.add(Graph.handlerOf(Step), false);
    return true;
  }
  void leave(const CFGBlock &Block, bool) {
    for (const CFGBlock *Next : Block.succs())
      On.add(Next, false);
  }

  const Expr &Start;
  const FlowGraph &Graph;
  llvm::function_ref<bool(const Stmt &)> GoesOn;
  Ways On;
};

} // namespace

void forEachStepAfter(const Expr &Start, const FlowGraph &Graph,
                      llvm::function_ref<bool(const Stmt &)> GoesOn) {
  StepsAfter(Start, Graph, GoesOn);
}

} // namespace asynctidy
