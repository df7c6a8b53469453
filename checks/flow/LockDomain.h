// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Answers.h"
#include "LockEvents.h"
#include <utility>

namespace asynctidy {

/// Which locks may be held at one point, and since which expression.
struct LockState {
  struct Held {
    unsigned Lock;
    const clang::Expr *By;

    bool operator==(const Held &Other) const {
      return Lock == Other.Lock && By == Other.By;
    }
  };
  std::vector<Held> Locks;
  Answers Known;

  bool holds(unsigned Lock, const clang::Expr *By) const;
  /// What is left of it when only what \p By acquires counts.
  LockState only(const clang::Expr *By) const;
  bool operator==(const LockState &Other) const {
    return Locks == Other.Locks && Known == Other.Known;
  }
};

/// How a function's steps change which locks are held: a domain for Forward.
/// That an object dies at the end of its scope is not its matter; LexicalScopes
/// knows.
class LockDomain {
public:
  using State = LockState;

  LockDomain(const LockEvents &Events, const Branches &Questions)
      : Events(Events), Questions(Questions) {}

  /// From now on only what \p By acquires is followed; null: all.
  void focusOn(const clang::Expr *By) { Focus = By; }
  /// Notes when \p Step is reached with what is followed held by \p Lock.
  void watch(const clang::Stmt &Step, unsigned Lock) {
    Watched = &Step;
    WatchedLock = Lock;
  }
  bool happened() { return std::exchange(Seen, false); }

  static State start() { return {}; }
  void step(const clang::Stmt &Step, State &Now);
  bool branch(const clang::CFGBlock &From, unsigned Index, State &Now) const;
  static void unwind(State &) {}
  static bool join(State &Into, const State &From);

private:
  void apply(const LockEvent &Event, State &Now) const;

  const LockEvents &Events;
  const Branches &Questions;
  const clang::Expr *Focus = nullptr;
  const clang::Stmt *Watched = nullptr;
  unsigned WatchedLock = 0;
  bool Seen = false;
};

} // namespace asynctidy
