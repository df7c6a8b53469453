// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LockDomain.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Ordered, so that equal sets are equal lists. Whether it is new.
static bool insert(std::vector<LockState::Held> &Into, LockState::Held H) {
  auto Position = llvm::lower_bound(Into, H, [](const auto &A, const auto &B) {
    return std::tie(A.Lock, A.By) < std::tie(B.Lock, B.By);
  });
  if (Position != Into.end() && *Position == H)
    return false;
  Into.insert(Position, H);
  return true;
}

bool LockState::holds(unsigned Lock, const Expr *By) const {
  return llvm::is_contained(Locks, Held{Lock, By});
}

LockState LockState::only(const Expr *By) const {
  LockState Part;
  Part.Known = Known;
  llvm::copy_if(Locks, std::back_inserter(Part.Locks),
                [&](const Held &H) { return H.By == By; });
  return Part;
}

void LockDomain::apply(const LockEvent &Event, State &Now) const {
  auto Drop = [&](unsigned Lock) {
    llvm::erase_if(Now.Locks, [&](const auto &H) { return H.Lock == Lock; });
  };
  switch (Event.What) {
  case LockEvent::Acquires:
    if (!Focus || Focus == Event.By)
      insert(Now.Locks, {Event.Lock, Event.By});
    return;
  case LockEvent::Releases:
    return Drop(Event.Lock);
  case LockEvent::TakesOver: {
    std::vector<LockState::Held> Before = Now.Locks;
    Drop(Event.From);
    for (const LockState::Held &H : Before)
      if (H.Lock == Event.From)
        insert(Now.Locks, {Event.Lock, H.By});
    return;
  }
  }
}

void LockDomain::step(const Stmt &Step, State &Now) {
  Seen |= &Step == Watched && Now.holds(WatchedLock, Focus);
  Now.Known.forget(Questions, Step);
  for (const LockEvent &Event : Events.at(Step))
    apply(Event, Now);
}

bool LockDomain::branch(const CFGBlock &From, unsigned Index,
                        State &Now) const {
  if (!Now.Known.learn(Questions, From, Index))
    return false;
  if (const Expr *Condition = branchCondition(From))
    forEachDecided(Condition, Index == 0, [&](const Expr *Asked, bool Answer) {
      if (auto Event =
              Events.learnedFrom(*Asked->IgnoreParenImpCasts(), Answer))
        apply(*Event, Now);
    });
  return true;
}

bool LockDomain::join(State &Into, const State &From) {
  bool Changed = Into.Known.keepCommon(From.Known);
  for (const LockState::Held &H : From.Locks)
    Changed |= insert(Into.Locks, H);
  return Changed;
}

} // namespace asynctidy
