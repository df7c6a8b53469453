// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Program.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringRef.h"

namespace asynctidy::program {

/// What runs on the event loop in the whole program: the roots of the analysis.
class LoopContexts {
public:
  /// \p P must live as long.
  explicit LoopContexts(const Program &P);

  struct Context {
    /// "coroutine 'f'", "a coroutine lambda", "a callback of the event loop".
    std::string Description;
    /// The library whose advice fits; empty when unknown.
    llvm::StringRef Library;
  };

  /// What \p F of \p U is, if it runs on the loop by itself.
  std::optional<Context> of(const Unit &U, const Function &F) const;

private:
  void collectUses();
  void collectCallbacks();
  void addUse(const Use &U);
  void dropOffloaded();

  struct Uses {
    uint32_t OnLoop = 0; ///< how many, as far as is known
    uint32_t Total = 0;
  };
  const Program &P;
  llvm::DenseMap<Symbol, Uses> Known;
  /// Whom a caller, should it run elsewhere, takes with it.
  llvm::DenseMap<Symbol, llvm::SmallVector<Symbol, 2>> UsedBy;
  /// Coroutines that only run where blocking is fine.
  llvm::DenseSet<Symbol> OffLoop;
  llvm::DenseMap<Symbol, llvm::StringRef> Callbacks;
};

} // namespace asynctidy::program
