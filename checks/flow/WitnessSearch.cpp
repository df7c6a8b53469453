// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "WitnessSearch.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

std::vector<Turn> WitnessSearch::turnsTo(int Index) const {
  std::vector<Turn> Turns;
  for (int I = Index; Nodes[I].Parent >= 0; I = Nodes[I].Parent)
    Turns.push_back({Nodes[Nodes[I].Parent].Block, Nodes[I].Successor});
  std::reverse(Turns.begin(), Turns.end());
  return Turns;
}

bool WitnessSearch::isNew(const CFGBlock &Block, const LifeState &S) const {
  return llvm::none_of(Nodes, [&](const Node &N) {
    return N.Block == &Block && N.Parent >= 0 && N.AtEntry == S;
  });
}

std::optional<Witness>
WitnessSearch::find(const Stmt &Start, llvm::function_ref<bool()> Happened,
                    llvm::function_ref<bool(const LifeState &)> Relevant,
                    bool AtExit) {
  const CFGBlock *First = Graph.blockOf(Start);
  const LifeState *Begin = First ? Flow.at(*First) : nullptr;
  if (!Begin)
    return std::nullopt;
  Nodes.clear();
  Nodes.push_back({First, *Begin, -1, 0});
  for (std::size_t I = 0; I < Nodes.size() && I < Budget; ++I) {
    const CFGBlock &Block = *Nodes[I].Block;
    LifeState Now = Nodes[I].AtEntry;
    // The first block counts from the start on, with what it held before.
    bool Started = I != 0;
    const Stmt *Last = nullptr;
    for (const Stmt *Step : Graph.steps(Block)) {
      Rules.step(*Step, Now);
      Last = Step;
      if (Started && Happened())
        return Witness{turnsTo(I), Step};
      if (Step == &Start) {
        Started = true;
        (void)Happened(); // what came before does not count
      }
      const CFGBlock *Handler = Started ? Graph.handlerOf(*Step) : nullptr;
      if (!Handler)
        continue;
      LifeState Thrown = Now;
      Rules.unwind(*Step, Thrown);
      if (Relevant(Thrown) && isNew(*Handler, Thrown))
        Nodes.push_back(
            {Handler, std::move(Thrown), static_cast<int>(I), Turn::Thrown});
    }
    if (FlowGraph::endsProgram(Block) || !Relevant(Now))
      continue;
    unsigned Index = 0;
    for (const CFGBlock *Next : Block.succs()) {
      LifeState Out = Now;
      unsigned Successor = Index++;
      if (!Rules.branch(Block, Successor, Out) || !Next || !Relevant(Out))
        continue;
      if (Next == &Graph.cfg().getExit()) {
        if (!AtExit)
          continue;
        Witness Found{turnsTo(I), Last};
        Found.Turns.push_back({&Block, Successor});
        return Found;
      }
      if (isNew(*Next, Out))
        Nodes.push_back({Next, std::move(Out), static_cast<int>(I), Successor});
    }
  }
  return std::nullopt;
}

} // namespace asynctidy
