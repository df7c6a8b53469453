// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Forward.h"
#include "LifeDomain.h"
#include "llvm/ADT/STLFunctionalExtras.h"

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
/// \p Budget blocks. \p Flow's states say where to begin.
class WitnessSearch {
public:
  WitnessSearch(const FlowGraph &Graph, LifeDomain &Rules,
                const Forward<LifeDomain> &Flow, unsigned Budget = 2000)
      : Graph(Graph), Rules(Rules), Flow(Flow), Budget(Budget) {}

  /// From after \p Start, a maker or a mention, whose lives alone are followed.
  /// \p Happened is asked after every step; \p Relevant
  /// whether a state can still lead to it; \p AtExit whether reaching the exit
  /// is it.
  std::optional<Witness>
  find(const clang::Stmt &Start, llvm::function_ref<bool()> Happened,
       llvm::function_ref<bool(const LifeState &)> Relevant, bool AtExit);

private:
  struct Node {
    const clang::CFGBlock *Block;
    LifeState AtEntry;
    int Parent;
    unsigned Successor; ///< of the parent
  };
  std::vector<Turn> turnsTo(int Index) const;
  /// Unless the block has been entered like that before.
  void add(const clang::CFGBlock &Block, LifeState S, int Parent,
           unsigned Successor);

  const FlowGraph &Graph;
  LifeDomain &Rules;
  const Forward<LifeDomain> &Flow;
  unsigned Budget;
  std::vector<Node> Nodes;
  llvm::DenseMap<const clang::CFGBlock *, llvm::SmallVector<int, 2>> NodesOf;
};

} // namespace asynctidy
