// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CallableFlow.h"
#include "Conditions.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

void CallableFlow::add(Fate F) {
  if (Seen.insert({F.Of, F.Parameter, F.Slot}).second)
    Pending.push_back(F);
}

void CallableFlow::seed(NodeId Id) {
  const Node &N = P.node(Id);
  for (const Call &C : slice(N.In->Calls, N.F->Calls))
    if (!C.Callee && C.What != Call::Elsewhere)
      add({Id, C.CalledParameter, 0, N.In});
  for (const Keep &K : slice(N.In->Keeps, N.F->Keeps))
    add({Id, K.Parameter, K.Slot, N.In});
}

void CallableFlow::follow(const Fate &F, const Edge &E) {
  for (const Argument &A : slice(E.In->Arguments, E.Via->Arguments)) {
    if (A.Index != F.Parameter)
      continue;
    if (A.What == Argument::Parameter)
      add({E.From, static_cast<uint32_t>(A.Value), F.Slot, F.In});
    if (A.What != Argument::Callable)
      continue;
    if (!F.Slot)
      Ways.push_back({E.From, E.In, E.Via, A.Value, /*ThroughCallee=*/true});
    else if (std::optional<NodeId> Slot = P.find(*F.In, F.Slot))
      Ways.push_back({*Slot, E.In, E.Via, A.Value, /*ThroughCallee=*/false});
  }
}

void CallableFlow::follow(const Fate &F, NodeId Callee) {
  for (uint32_t Number : P.to(Callee))
    follow(F, P.edge(Number));
}

std::vector<CallableFlow::Way> CallableFlow::run() {
  for (NodeId Id = 0; Id < P.size() && !P.isAgreement(Id); ++Id)
    seed(Id);
  while (!Pending.empty()) {
    Fate F = Pending.back();
    Pending.pop_back();
    follow(F, F.Of);
  }
  return std::move(Ways);
}

} // namespace asynctidy::program
