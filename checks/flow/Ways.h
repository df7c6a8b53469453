// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "FlowGraph.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace asynctidy {

/// Follows every way through a graph from some point on, each block once for
/// each of two truths that a way can carry along. Forward joins what is known
/// where ways meet; here it is asked whether there is a way at all.
///
/// \p Domain says what ends a way:
///
///   bool step(const Stmt &, bool Mark);         // false: the way ends here
///   void leave(const CFGBlock &, bool Mark);    // calls add() for ways on
class Ways {
public:
  explicit Ways(const FlowGraph &Graph) : Graph(Graph) {}

  /// A way leads to \p Next; null is none.
  void add(const clang::CFGBlock *Next, bool Mark) {
    if (Next && Visited.insert({Next, Mark}).second)
      Pending.push_back({Next, Mark});
  }

  /// The successor of \p From if its condition is \p Value.
  void addBranch(const clang::CFGBlock &From, bool Value, bool Mark) {
    add((From.succ_begin() + (Value ? 0 : 1))->getReachableBlock(), Mark);
  }

  /// Follows what was added.
  template <typename Domain> void follow(Domain &D) {
    while (!Pending.empty()) {
      auto [Block, Mark] = Pending.pop_back_val();
      take(*Block, Graph.steps(*Block), Mark, D);
    }
  }

  /// Follows what comes after \p Step.
  template <typename Domain>
  void followAfter(const clang::Stmt &Step, Domain &D) {
    const clang::CFGBlock *Block = Graph.blockOf(Step);
    if (!Block)
      return;
    llvm::ArrayRef<const clang::Stmt *> Steps = Graph.steps(*Block);
    const auto *Here = llvm::find(Steps, &Step);
    take(*Block, {std::next(Here), Steps.end()}, false, D);
    follow(D);
  }

private:
  template <typename Domain>
  void take(const clang::CFGBlock &Block,
            llvm::ArrayRef<const clang::Stmt *> Steps, bool Mark, Domain &D) {
    for (const clang::Stmt *Step : Steps)
      if (!D.step(*Step, Mark))
        return;
    if (!FlowGraph::endsProgram(Block))
      D.leave(Block, Mark);
  }

  const FlowGraph &Graph;
  llvm::SmallVector<std::pair<const clang::CFGBlock *, bool>, 16> Pending;
  llvm::DenseSet<std::pair<const clang::CFGBlock *, unsigned>> Visited;
};

/// Calls \p GoesOn with what is evaluated after \p Start, on every way, as long
/// as that goes on.
void forEachStepAfter(const clang::Expr &Start, const FlowGraph &Graph,
                      llvm::function_ref<bool(const clang::Stmt &)> GoesOn);

} // namespace asynctidy
