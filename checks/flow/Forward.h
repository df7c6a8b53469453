// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Carries states forward along all paths of a function until nothing changes.
#pragma once

#include "FlowGraph.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/FlowSensitive/DataflowWorklist.h"

namespace asynctidy {

/// \p Domain says what a state is and what changes it:
///
///   using State = ...;                    // default: nothing leads here
///   State start();
///   void step(const Stmt &, State &);     // evaluating it
///   bool branch(const CFGBlock &From, unsigned Successor, State &);
///                                         // false: this way is impossible
///   void unwind(State &);                 // the step taken last throws
///   bool join(State &Into, const State &From);  // whether Into changed
///
/// Joining must only ever add, so that the states stop changing; a bound on
/// the number of visits is for machine-made functions.
template <typename Domain> class Forward {
public:
  using State = typename Domain::State;

  Forward(const FlowGraph &Graph, Domain &Rules)
      : Graph(Graph), Rules(Rules), AtEntry(Graph.cfg().getNumBlockIDs()),
        Reached(Graph.cfg().getNumBlockIDs()) {}

  /// Visits a block at most \p VisitsPerBlock times on average. False: it was
  /// too much, and nothing may be concluded.
  bool run(unsigned VisitsPerBlock = 16) {
    const clang::CFG &G = Graph.cfg();
    clang::PostOrderCFGView Order(&G);
    clang::ForwardDataflowWorklist Pending(G, &Order);
    unsigned Budget = VisitsPerBlock * G.getNumBlockIDs() + 64;
    flowInto(G.getEntry(), Rules.start(), Pending);
    while (const clang::CFGBlock *Block = Pending.dequeue()) {
      if (!Budget--)
        return false;
      visit(*Block, Pending);
    }
    return true;
  }

  /// The state where \p Block begins; null if nothing leads there.
  const State *at(const clang::CFGBlock &Block) const {
    return Reached[Block.getBlockID()] ? &AtEntry[Block.getBlockID()] : nullptr;
  }

  /// Calls \p Use(Step, State before it) for everything that is reached.
  template <typename Function> void forEachStep(Function Use) const {
    for (const clang::CFGBlock *Block : Graph.cfg()) {
      const State *Before = at(*Block);
      if (!Before)
        continue;
      State Now = *Before;
      for (const clang::Stmt *Step : Graph.steps(*Block)) {
        Use(*Step, Now);
        Rules.step(*Step, Now);
      }
    }
  }

  /// Goes once more through everything that is reached, so that \p Domain can
  /// tell what happens where.
  void replay() const {
    for (const clang::CFGBlock *Block : Graph.cfg()) {
      const State *Before = at(*Block);
      if (!Before)
        continue;
      State Now = *Before;
      for (const clang::Stmt *Step : Graph.steps(*Block))
        Rules.step(*Step, Now);
      for (unsigned I = 0; I < Block->succ_size(); ++I) {
        State Out = Now;
        Rules.branch(*Block, I, Out);
      }
    }
  }

private:
  void visit(const clang::CFGBlock &Block,
             clang::ForwardDataflowWorklist &Pending) {
    State Now = AtEntry[Block.getBlockID()];
    for (const clang::Stmt *Step : Graph.steps(Block)) {
      Rules.step(*Step, Now);
      if (const clang::CFGBlock *Handler = Graph.handlerOf(*Step)) {
        State Thrown = Now;
        Rules.unwind(Thrown);
        flowInto(*Handler, std::move(Thrown), Pending);
      }
    }
    if (FlowGraph::endsProgram(Block))
      return;
    unsigned Index = 0;
    for (const clang::CFGBlock *Next : Block.succs()) {
      State Out = Now;
      if (Rules.branch(Block, Index++, Out) && Next)
        flowInto(*Next, std::move(Out), Pending);
    }
  }

  void flowInto(const clang::CFGBlock &Block, State Arriving,
                clang::ForwardDataflowWorklist &Pending) {
    unsigned Id = Block.getBlockID();
    bool First = !Reached[Id];
    if (First)
      AtEntry[Id] = std::move(Arriving);
    else if (!Rules.join(AtEntry[Id], Arriving))
      return;
    Reached[Id] = true;
    Pending.enqueueBlock(&Block);
  }

  const FlowGraph &Graph;
  Domain &Rules;
  std::vector<State> AtEntry;
  std::vector<bool> Reached;
};

} // namespace asynctidy
