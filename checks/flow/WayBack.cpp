// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "WayBack.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;

namespace asynctidy {
namespace {

/// A breadth-first search over blocks, each entered at most once before the end
/// of the iteration and once after it.
class WayBackSearch {
public:
  WayBackSearch(const FlowGraph &Graph, const LexicalScopes &Scopes,
                const Stmt &From, const Stmt &Loop,
                llvm::function_ref<bool(const Stmt &)> Stops,
                llvm::function_ref<bool(const Stmt &)> StopsAt)
      : Graph(Graph), Scopes(Scopes), From(From), Loop(Loop), Stops(Stops),
        StopsAt(StopsAt),
        Seen{std::vector<bool>(Graph.cfg().getNumBlockIDs()),
             std::vector<bool>(Graph.cfg().getNumBlockIDs())} {}

  bool run() {
    const CFGBlock *First = Graph.blockOf(From);
    if (!First)
      return false;
    if (visit(*First, /*InNext=*/false, /*IsFirst=*/true))
      return true;
    for (std::size_t I = 0; I < Pending.size(); ++I)
      if (visit(*Pending[I].Block, Pending[I].InNext, /*IsFirst=*/false))
        return true;
    return false;
  }

private:
  struct Entry {
    const CFGBlock *Block;
    bool InNext; ///< in another iteration
  };

  bool isOutside(const CFGBlock &Block) const {
    // What nobody wrote, such as the awaiter's members, is in no scope.
    for (const Stmt *Step : Graph.steps(Block))
      if (Scopes.parentOf(*Step))
        return !Scopes.contains(Loop, *Step);
    const Stmt *Branch = Block.getTerminatorStmt();
    return Branch && Scopes.parentOf(*Branch) &&
           !Scopes.contains(Loop, *Branch);
  }

  bool visit(const CFGBlock &Block, bool InNext, bool IsFirst) {
    bool Started = !IsFirst;
    for (const Stmt *Step : Graph.steps(Block)) {
      if (Step == &From) {
        if (Started && InNext)
          return true;
        Started = true;
        continue;
      }
      if (Started && Stops(*Step))
        return false;
    }
    const Stmt *Branch = Block.getTerminatorStmt();
    if (FlowGraph::endsProgram(Block) || (Branch && StopsAt(*Branch)))
      return false;
    if (Block.getLoopTarget() == &Loop)
      InNext = true;
    for (const CFGBlock *Next : Block.succs())
      if (Next && Next != &Graph.cfg().getExit() && !isOutside(*Next) &&
          !Seen[InNext][Next->getBlockID()]) {
        Seen[InNext][Next->getBlockID()] = true;
        Pending.push_back({Next, InNext});
      }
    return false;
  }

  const FlowGraph &Graph;
  const LexicalScopes &Scopes;
  const Stmt &From, &Loop;
  llvm::function_ref<bool(const Stmt &)> Stops, StopsAt;
  std::vector<bool> Seen[2];
  llvm::SmallVector<Entry, 16> Pending;
};

} // namespace

bool comesBack(const FlowGraph &Graph, const LexicalScopes &Scopes,
               const Stmt &From, const Stmt &Loop,
               llvm::function_ref<bool(const Stmt &)> Stops,
               llvm::function_ref<bool(const Stmt &)> StopsAt) {
  return WayBackSearch(Graph, Scopes, From, Loop, Stops, StopsAt).run();
}

} // namespace asynctidy
