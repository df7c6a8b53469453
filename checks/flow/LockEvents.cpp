// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LockEvents.h"
#include "LockFinder.h"
#include "model/CallSite.h"

using namespace clang;

namespace asynctidy {

LockEvents::LockEvents(const FlowGraph &Graph, const LexicalScopes &Scopes,
                       const Model &M) {
  auto Read = [&] {
    Events.clear();
    AcquiredBy.clear();
    LockFinder Finder(*this, Scopes, M);
    for (const CFGBlock *Block : Graph.cfg())
      for (const Stmt *Step : Graph.steps(*Block))
        Finder.visit(*Step);
  };
  Read(); // blocks have no order: first of all which locks there are,
  Read(); // then what is done to each of them
}

llvm::ArrayRef<LockEvent> LockEvents::at(const Stmt &Step) const {
  auto Known = Events.find(&Step);
  return Known == Events.end() ? llvm::ArrayRef<LockEvent>()
                               : llvm::ArrayRef<LockEvent>(Known->second);
}

std::optional<LockEvent> LockEvents::learnedFrom(const Expr &Asked,
                                                 bool Answer) const {
  auto Known = Questions.find(valueOrigin(&Asked)); // `bool ok = ...`
  if (Known == Questions.end())
    return std::nullopt;
  const Question &Q = Known->second;
  if (Answer && Q.Acquires)
    return LockEvent{LockEvent::Acquires, Q.Lock, Known->first};
  if (!Answer && !Q.Acquires)
    return LockEvent{LockEvent::Releases, Q.Lock};
  return std::nullopt;
}

} // namespace asynctidy
