// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Conditions.h"
#include "Program.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <functional>

namespace asynctidy::program {

/// The shortest ways through the program to calls that block. Goes backwards
/// from these, over each call once for each condition under which it blocks, so
/// that the work grows with the program and not with the number of questions.
class BlockingPaths {
public:
  struct Limits {
    /// Which calls are looked for.
    std::function<bool(const Unit &, const Block &)> Counts;
    unsigned MaxOverrides = 0; ///< of a virtual call, or held by a variable
    bool OnceOnly = false;     ///< also what only initializes a static
  };

  BlockingPaths(const Program &P, Limits L);

  /// One step of a path: \p Via leads on, or else \p Blocks does.
  struct Hop {
    NodeId From;
    const Edge *Via;
  };
  struct Path {
    std::vector<Hop> Hops; ///< the first one stands in the root
    NodeId Last = 0;       ///< the function that blocks
    const Block *Leaf = nullptr;
    /// How many other functions that block are reached as well, and whether
    /// there may be still more of them.
    unsigned More = 0;
    bool AndMore = false;
  };

  /// The calls of \p Root that come to block, each with its shortest path, in
  /// the order of the text.
  std::vector<Path> from(NodeId Root) const;

  bool counts(const Unit &U, const Block &B) const { return L.Counts(U, B); }

private:
  /// Under \p When, \p Of blocks after \p Distance calls.
  struct State {
    NodeId Of;
    uint32_t Distance;
    uint32_t Next; ///< the node's next state, or None
    Conditions When;
  };
  static constexpr uint32_t None = ~0u;

  void seed(NodeId Id);
  bool add(NodeId Id, uint32_t Distance, Conditions When);
  void spread(uint32_t Number);
  void spreadThrough(const Edge &E, uint32_t Distance, const Conditions &When);
  void agree(NodeId Agreement, uint32_t Distance);
  bool isFollowed(const Edge &E) const;
  bool mayEnter(NodeId Id) const;
  std::optional<Conditions> across(const Edge &E,
                                   llvm::ArrayRef<ParameterTest> When) const;
  const State *nearest(const Edge &E) const;
  const State *stateAt(NodeId Id, uint32_t Distance,
                       llvm::ArrayRef<ParameterTest> Within) const;
  void complete(Path &Found, const State *Now) const;
  const State *step(Path &Found, const State &Now) const;
  void countOthers(Path &Found) const;

  const Program &P;
  const Limits L;
  std::vector<State> States;
  std::vector<uint32_t> FirstState;
  llvm::DenseMap<NodeId, uint32_t> Missing; ///< members of agreements
};

} // namespace asynctidy::program
