// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "WayBack.h"
#include "Ways.h"

using namespace clang;

namespace asynctidy {
namespace {

/// The mark of a way: it is in another iteration.
class WayBackSearch {
public:
  WayBackSearch(const FlowGraph &Graph, const LexicalScopes &Scopes,
                const Stmt &From, const Stmt &Loop,
                llvm::function_ref<bool(const Stmt &)> Stops,
                llvm::function_ref<bool(const Stmt &)> StopsAt)
      : Graph(Graph), Scopes(Scopes), From(From), Loop(Loop), Stops(Stops),
        StopsAt(StopsAt), On(Graph) {
    On.followAfter(From, *this);
  }

  bool Found = false;

private:
  friend class asynctidy::Ways;
  bool step(const Stmt &Step, bool InNext) {
    if (&Step != &From)
      return !Found && !Stops(Step);
    Found |= InNext;
    return !InNext;
  }

  void leave(const CFGBlock &Block, bool InNext) {
    const Stmt *Branch = Block.getTerminatorStmt();
    if (Branch && StopsAt(*Branch))
      return;
    InNext |= Block.getLoopTarget() == &Loop;
    for (const CFGBlock *Next : Block.succs())
      if (Next && Next != &Graph.cfg().getExit() && !isOutside(*Next))
        On.add(Next, InNext);
  }

  bool isOutside(const CFGBlock &Block) const {
    // What nobody wrote, such as the awaiter's members, is in no scope.
    for (const Stmt *Step : Graph.steps(Block))
      if (Scopes.parentOf(*Step))
        return !Scopes.contains(Loop, *Step);
    const Stmt *Branch = Block.getTerminatorStmt();
    return Branch && Scopes.parentOf(*Branch) &&
           !Scopes.contains(Loop, *Branch);
  }

  const FlowGraph &Graph;
  const LexicalScopes &Scopes;
  const Stmt &From, &Loop;
  llvm::function_ref<bool(const Stmt &)> Stops, StopsAt;
  Ways On;
};

} // namespace

bool comesBack(const FlowGraph &Graph, const LexicalScopes &Scopes,
               const Stmt &From, const Stmt &Loop,
               llvm::function_ref<bool(const Stmt &)> Stops,
               llvm::function_ref<bool(const Stmt &)> StopsAt) {
  return WayBackSearch(Graph, Scopes, From, Loop, Stops, StopsAt).Found;
}

} // namespace asynctidy
