// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Program.h"
#include "llvm/ADT/DenseSet.h"
#include <tuple>

namespace asynctidy::program {

/// Follows callables from where they are handed over to where they are called:
/// through parameters that a function calls, and into variables that keep them.
/// A parameter is followed for each call by itself, a variable is one for all.
class CallableFlow {
public:
  /// \p Callable may be called through \p Via: by its callee, or by whoever
  /// calls the variable \p From.
  struct Way {
    NodeId From;
    const Unit *In;
    const Call *Via;
    Symbol Callable;
    bool ThroughCallee;
  };

  /// \p P knows its direct calls already.
  explicit CallableFlow(const Program &P) : P(P) {}

  std::vector<Way> run();

private:
  /// What becomes of a parameter: it is kept in Slot, or called if that is 0.
  struct Fate {
    NodeId Of;
    uint32_t Parameter;
    Symbol Slot;
    const Unit *In; ///< whose name Slot is
  };

  void seed(NodeId Id);
  void add(Fate F);
  void follow(const Fate &F, NodeId Callee);
  void follow(const Fate &F, const Edge &E);

  const Program &P;
  std::vector<Fate> Pending;
  llvm::DenseSet<std::tuple<NodeId, uint32_t, Symbol>> Seen;
  std::vector<Way> Ways;
};

} // namespace asynctidy::program
