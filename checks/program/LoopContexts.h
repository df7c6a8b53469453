// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Program.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringRef.h"

namespace asynctidy::program {

/// What runs on the event loop in the whole program: the roots of the analysis.
class LoopContexts {
public:
  explicit LoopContexts(const Program &P);

  struct Context {
    /// "coroutine 'f'", "a coroutine lambda", "a callback of the event loop".
    std::string Description;
    /// The library whose advice fits; empty when unknown.
    llvm::StringRef Library;
  };

  /// What \p F of \p U is, if it runs on the loop by itself.
  std::optional<Context> of(const Unit &U, const Function &F) const;

  /// Whether the coroutine of that pattern only runs where blocking is fine.
  bool isOffLoop(Symbol Pattern) const { return OffLoop.contains(Pattern); }

private:
  void collectUses(const Program &P);
  void collectCallbacks(const Program &P);
  void addUse(const Use &U);
  void dropOffloaded();

  struct Uses {
    uint32_t OnLoop = 0; ///< how many, as far as is known
    uint32_t Total = 0;
  };
  llvm::DenseMap<Symbol, Uses> Known;
  /// Whom a caller, should it run elsewhere, takes with it.
  llvm::DenseMap<Symbol, llvm::SmallVector<Symbol, 2>> UsedBy;
  llvm::DenseSet<Symbol> OffLoop;
  llvm::DenseMap<Symbol, llvm::StringRef> Callbacks;
};

} // namespace asynctidy::program
