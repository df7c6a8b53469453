// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LoopContexts.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

LoopContexts::LoopContexts(const Program &TheProgram) : P(TheProgram) {
  collectUses();
  collectCallbacks();
  dropOffloaded();
}

void LoopContexts::addUse(const Use &U) {
  Uses &Of = Known[U.Coroutine];
  ++Of.Total;
  if (U.Offloaded)
    return;
  ++Of.OnLoop;
  if (U.Caller)
    UsedBy[U.Caller].push_back(U.Coroutine);
}

void LoopContexts::collectUses() {
  for (const Unit *U : P.units())
    for (const Use &Each : U->Uses)
      addUse({P.nameIn(*U, Each.Coroutine), P.nameIn(*U, Each.Caller),
              Each.Offloaded});
  // Calls of coroutines that the caller's unit does not show.
  for (NodeId Id = 0; Id < P.size() && !P.isAgreement(Id); ++Id) {
    const Node &N = P.node(Id);
    for (const Call &C : slice(N.In->Calls, N.F->Calls)) {
      if (!C.Callee || C.What == Call::HandedOver)
        continue;
      std::optional<NodeId> Callee = P.find(*N.In, C.Callee);
      if (!Callee || P.isAgreement(*Callee))
        continue;
      const Function &Called = *P.node(*Callee).F;
      if (Called.What == Function::Coroutine)
        addUse({P.nameIn(*P.node(*Callee).In, Called.Pattern),
                P.nameIn(*N.In, N.F->Pattern), C.What == Call::Elsewhere});
    }
  }
}

/// Of several libraries that call a function the first by name counts.
void LoopContexts::collectCallbacks() {
  for (const Unit *U : P.units())
    for (const Callback &Given : U->Callbacks) {
      llvm::StringRef Library = U->text(Given.Library);
      auto [Slot, IsNew] =
          Callbacks.try_emplace(P.nameIn(*U, Given.Function), Library);
      if (!IsNew && Library < Slot->second)
        Slot->second = Library;
    }
}

/// A coroutine that is only ever started on a pool, or awaited by such ones,
/// does not run on the loop.
void LoopContexts::dropOffloaded() {
  std::vector<Symbol> Pending;
  for (const auto &[Coroutine, Of] : Known)
    if (!Of.OnLoop && OffLoop.insert(Coroutine).second)
      Pending.push_back(Coroutine);
  while (!Pending.empty()) {
    Symbol Caller = Pending.back();
    Pending.pop_back();
    auto Taken = UsedBy.find(Caller);
    if (Taken == UsedBy.end())
      continue;
    for (Symbol Coroutine : Taken->second)
      if (!--Known[Coroutine].OnLoop && OffLoop.insert(Coroutine).second)
        Pending.push_back(Coroutine);
  }
}

static std::string describe(llvm::StringRef Shown, llvm::StringRef Lambda,
                            llvm::Twine Named) {
  return Shown == "lambda" ? Lambda.str() : Named.str();
}

std::optional<LoopContexts::Context> LoopContexts::of(const Unit &U,
                                                      const Function &F) const {
  llvm::StringRef Shown = U.text(F.Shown);
  if (F.What == Function::OnLoop)
    return Context{("'" + Shown + "', which runs on the event loop").str(), ""};
  const Symbol Pattern = P.nameIn(U, F.Pattern);
  if (OffLoop.contains(Pattern))
    return std::nullopt;
  if (F.What == Function::Coroutine)
    return Context{
        describe(Shown, "a coroutine lambda", "coroutine '" + Shown + "'"),
        U.text(F.Library)};
  auto Given = Callbacks.find(Pattern);
  if (F.What != Function::Ordinary || Given == Callbacks.end())
    return std::nullopt;
  return Context{describe(Shown, "a callback of the event loop",
                          "'" + Shown + "', a callback of the event loop"),
                 Given->second};
}

} // namespace asynctidy::program
