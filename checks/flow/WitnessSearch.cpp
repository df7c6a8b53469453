// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "WitnessSearch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"

using namespace clang;

namespace asynctidy {

std::vector<Turn> WitnessSearch::turnsTo(int Index) const {
  std::vector<Turn> Turns;
  for (int I = Index; Nodes[I].Parent >= 0; I = Nodes[I].Parent)
    Turns.push_back({Nodes[Nodes[I].Parent].Block, Nodes[I].Successor});
  std::reverse(Turns.begin(), Turns.end());
  return Turns;
}

void WitnessSearch::add(const CFGBlock &Block, LifeState S, int Parent,
                        unsigned Successor) {
  llvm::SmallVectorImpl<int> &Known = NodesOf[&Block];
  if (llvm::any_of(Known, [&](int I) { return Nodes[I].AtEntry == S; }))
    return;
  Known.push_back(Nodes.size());
  Nodes.push_back({&Block, std::move(S), Parent, Successor});
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
  NodesOf.clear();
  const auto *Followed = dyn_cast<Expr>(&Start);
  Rules.focusOn(Followed);
  auto Restore = llvm::make_scope_exit([&] { Rules.focusOn(nullptr); });
  Nodes.push_back({First, Begin->only(Followed), -1, 0});
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
      Rules.unwind(Thrown);
      if (Relevant(Thrown))
        add(*Handler, std::move(Thrown), I, Turn::Thrown);
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
      add(*Next, std::move(Out), I, Successor);
    }
  }
  return std::nullopt;
}

} // namespace asynctidy
