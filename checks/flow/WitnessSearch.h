// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Looks for one way through a function on which something happens, to be shown
// to the reader.
#pragma once

#include "Forward.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallVector.h"
#include <algorithm>

namespace asynctidy {

/// A branch taken on a way through the graph.
struct Turn {
  const clang::CFGBlock *Block;
  /// Which way; Thrown where an exception leaves in the middle.
  unsigned Successor;
  static constexpr unsigned Thrown = ~0u;
};

/// A way from one step to where something happens.
struct Witness {
  std::vector<Turn> Turns;
  /// The last step of the function on it, where it leads to the exit.
  const clang::Stmt *LastStep = nullptr;
};

/// Looks for a way that no two branches contradict, shortest first, in at most
/// \p Budget blocks. \p Flow's states say where to begin. Unlike there, states
/// are never joined: each way has its own, which is why only a small part of
/// it is followed. Beside what Forward asks for, a domain must offer
///
///   void focusOn(const Expr *);        // follow only what has to do with it;
///                                      // null: all
///   State State::only(const Expr *) const;  // what a state says about it
///   bool State::operator==(const State &) const;
template <typename Domain> class WitnessSearch {
public:
  using State = typename Domain::State;

  WitnessSearch(const FlowGraph &Graph, Domain &Rules,
                const Forward<Domain> &Flow, unsigned Budget = 2000)
      : Graph(Graph), Rules(Rules), Flow(Flow), Budget(Budget) {}

  /// From after \p Start, which alone is followed. \p Happened is asked after
  /// every step; \p Relevant whether a state can still lead to it; \p AtExit
  /// whether reaching the exit is it.
  std::optional<Witness> find(const clang::Expr &Start,
                              llvm::function_ref<bool()> Happened,
                              llvm::function_ref<bool(const State &)> Relevant,
                              bool AtExit) {
    const clang::CFGBlock *First = Graph.blockOf(Start);
    const State *Begin = First ? Flow.at(*First) : nullptr;
    if (!Begin)
      return std::nullopt;
    Rules.focusOn(&Start);
    auto Restore = llvm::make_scope_exit([&] { Rules.focusOn(nullptr); });
    Nodes.clear();
    NodesOf.clear();
    Nodes.push_back({First, Begin->only(&Start), NoParent, 0});
    Question Asked = {Start, Happened, Relevant, AtExit};
    for (std::size_t I = 0; I < Nodes.size() && I < Budget; ++I)
      if (std::optional<Witness> Found = visit(I, Asked))
        return Found;
    return std::nullopt;
  }

private:
  static constexpr std::size_t NoParent = ~std::size_t(0);
  struct Node {
    const clang::CFGBlock *Block;
    State AtEntry;
    std::size_t Parent;
    unsigned Successor; ///< of the parent
  };
  struct Question {
    const clang::Expr &Start;
    llvm::function_ref<bool()> Happened;
    llvm::function_ref<bool(const State &)> Relevant;
    bool AtExit;
  };

  /// Takes the steps of a block, and the ways on.
  std::optional<Witness> visit(std::size_t I, const Question &Asked) {
    const clang::CFGBlock &Block = *Nodes[I].Block;
    State Now = Nodes[I].AtEntry;
    // The first block counts from the start on, with what it held before.
    bool Started = I != 0;
    const clang::Stmt *Last = nullptr;
    for (const clang::Stmt *Step : Graph.steps(Block)) {
      Rules.step(*Step, Now);
      Last = Step;
      if (Started && Asked.Happened())
        return Witness{turnsTo(I), Step};
      if (Step == &Asked.Start) {
        Started = true;
        (void)Asked.Happened(); // what came before does not count
      }
      const clang::CFGBlock *Handler =
          Started ? Graph.handlerOf(*Step) : nullptr;
      if (!Handler)
        continue;
      State Thrown = Now;
      Rules.unwind(Thrown);
      if (Asked.Relevant(Thrown))
        add(*Handler, std::move(Thrown), I, Turn::Thrown);
    }
    if (FlowGraph::endsProgram(Block) || !Asked.Relevant(Now))
      return std::nullopt;
    return leave(I, Now, Last, Asked);
  }

  /// Adds the blocks that follow, unless the exit was asked for and is one.
  std::optional<Witness> leave(std::size_t I, const State &Now,
                               const clang::Stmt *Last, const Question &Asked) {
    const clang::CFGBlock &Block = *Nodes[I].Block;
    unsigned Index = 0;
    for (const clang::CFGBlock *Next : Block.succs()) {
      State Out = Now;
      unsigned Successor = Index++;
      if (!Rules.branch(Block, Successor, Out) || !Next || !Asked.Relevant(Out))
        continue;
      if (Next != &Graph.cfg().getExit()) {
        add(*Next, std::move(Out), I, Successor);
      } else if (Asked.AtExit) {
        Witness Found{turnsTo(I), Last};
        Found.Turns.push_back({&Block, Successor});
        return Found;
      }
    }
    return std::nullopt;
  }

  std::vector<Turn> turnsTo(std::size_t I) const {
    std::vector<Turn> Turns;
    for (; Nodes[I].Parent != NoParent; I = Nodes[I].Parent)
      Turns.push_back({Nodes[Nodes[I].Parent].Block, Nodes[I].Successor});
    std::reverse(Turns.begin(), Turns.end());
    return Turns;
  }

  /// Unless the block has been entered like that before.
  void add(const clang::CFGBlock &Block, State S, std::size_t Parent,
           unsigned Successor) {
    auto &Known = NodesOf[&Block];
    if (llvm::any_of(Known,
                     [&](std::size_t I) { return Nodes[I].AtEntry == S; }))
      return;
    Known.push_back(Nodes.size());
    Nodes.push_back({&Block, std::move(S), Parent, Successor});
  }

  const FlowGraph &Graph;
  Domain &Rules;
  const Forward<Domain> &Flow;
  unsigned Budget;
  std::vector<Node> Nodes;
  llvm::DenseMap<const clang::CFGBlock *, llvm::SmallVector<std::size_t, 2>>
      NodesOf;
};

} // namespace asynctidy
