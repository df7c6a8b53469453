// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "AccessPath.h"
#include "FlowGraph.h"
#include "LexicalScopes.h"
#include "model/Model.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy {

/// What a step does to one of the function's blocking locks.
struct LockEvent {
  enum Kind {
    Acquires,
    Releases,  ///< or hands it to somebody else
    TakesOver, ///< what From holds
  } What;
  unsigned Lock;                   ///< an index into LockEvents::locks
  const clang::Expr *By = nullptr; ///< of Acquires: what acquires it
  unsigned From = 0;               ///< of TakesOver
};

/// Everything a function does to blocking locks and to objects that hold one.
class LockEvents {
public:
  /// A lock, or what holds one: an object with a name, or a temporary.
  struct Lock {
    AccessPath Path;
    const clang::Expr *Temporary = nullptr;
  };

  LockEvents(const FlowGraph &Graph, const LexicalScopes &Scopes,
             const Model &M);

  llvm::ArrayRef<LockEvent> at(const clang::Stmt &Step) const;

  /// The lock that is held, or not held, where the condition \p Asked is
  /// \p Answer: `m.try_lock()`, `guard.owns_lock()`.
  std::optional<LockEvent> learnedFrom(const clang::Expr &Asked,
                                       bool Answer) const;

  llvm::ArrayRef<Lock> locks() const { return Locks; }

  /// What \p By acquires first, or \p Lock, if that is among it.
  unsigned acquiredBy(const clang::Expr &By, unsigned Lock) const {
    auto Known = AcquiredBy.find(&By);
    return Known == AcquiredBy.end() || llvm::is_contained(Known->second, Lock)
               ? Lock
               : Known->second.front();
  }

  /// Whether anything is locked at all.
  bool any() const { return Any; }

private:
  friend class LockFinder;
  struct Question {
    unsigned Lock;
    bool Acquires; ///< by being true; else it only tells
  };
  std::vector<Lock> Locks;
  llvm::DenseMap<const clang::Stmt *, llvm::SmallVector<LockEvent, 1>> Events;
  llvm::DenseMap<const clang::Expr *, Question> Questions;
  llvm::DenseMap<const clang::Expr *, llvm::SmallVector<unsigned, 1>>
      AcquiredBy;
  bool Any = false;
};

} // namespace asynctidy
