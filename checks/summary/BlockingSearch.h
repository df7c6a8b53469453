// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Summary.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <functional>
#include <optional>
#include <vector>

namespace asynctidy {

/// One step of a path: \p From contains the call.
struct Hop {
  Routine From;
  const CallSite *Call;
};

/// How a routine comes to block.
struct BlockingPath {
  /// The calls between, the last one being the blocking call itself.
  std::vector<Hop> Hops;
  const BlockingSite *Leaf = nullptr;
  /// How many other functions that block are reached as well.
  unsigned More = 0;
};

/// Looks for the shortest way from a routine to a call that blocks, through
/// the routines it calls. Does not enter coroutines that are contexts of their
/// own, nor routines that are annotated not to block.
class BlockingSearch {
public:
  using Filter = std::function<bool(const BlockingSite &)>;

  /// Which sites are looked for, and which calls are followed.
  struct Limits {
    Filter Counts;
    unsigned MaxOverrides; ///< virtual calls with more are not followed
    bool OnceOnly;         ///< also what only initializes a static
  };

  BlockingSearch(Summaries &S, Limits L) : S(S), L(std::move(L)) {}

  /// What \p R reaches; null when it blocks nowhere.
  const BlockingPath *from(Routine R);

  /// The routines \p Edge leads to, within the limits.
  llvm::ArrayRef<Routine> targets(const CallEdge &Edge) const;

private:
  std::optional<BlockingPath> search(Routine Start);
  bool mayEnter(Routine R) const;

  Summaries &S;
  Limits L;
  llvm::DenseMap<Routine, std::unique_ptr<std::optional<BlockingPath>>> Known;
};

} // namespace asynctidy
