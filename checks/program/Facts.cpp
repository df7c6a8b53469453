// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Facts.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

Facts::Facts(const Program &P) : P(P) {
  addClaims();
  spreadHolds();
  spreadMayHold();
}

Facts::Key Facts::keyOf(NodeId Function, const FactOf &Of, bool IsAgreement) {
  return {Function,
          uint64_t(Of.What) << 33 | uint64_t(IsAgreement) << 32 | Of.Parameter};
}

void Facts::addClaims() {
  llvm::SmallVector<std::pair<NodeId, const Claim *>, 0> Claims;
  for (NodeId Id = 0; Id < P.size() && !P.isAgreement(Id); ++Id) {
    const Node &N = P.node(Id);
    for (const Claim &C : slice(N.In->Claims, N.F->Claims)) {
      Key K = keyOf(Id, {0, C.What, C.Parameter});
      if (!NumberOf.try_emplace(K, Entries.size()).second)
        continue;
      Entries.emplace_back().Holds = C.Holds;
      Claims.push_back({Id, &C});
    }
  }
  // The numbers of the claims are the first ones.
  for (auto [Number, Made] : llvm::enumerate(Claims))
    addSupport(Number, P.node(Made.first), *Made.second);
}

void Facts::addSupport(uint32_t Number, const Node &N, const Claim &C) {
  for (const FactOf &Of : slice(N.In->FactsOf, C.AnyOf))
    if (std::optional<uint32_t> By = meant(*N.In, Of))
      Entries[*By].Supports.push_back(Number);
    else
      Entries[Number].MayHold = true;
}

/// The entry of what \p U means; none where nobody claims anything.
std::optional<uint32_t> Facts::meant(const Unit &U, const FactOf &Of) {
  NodeRange Members = P.meant(U, Of.Function);
  if (Members.Count > 1)
    return agreement(Members, Of);
  auto Known =
      Members.Count ? NumberOf.find(keyOf(Members.First, Of)) : NumberOf.end();
  return Known == NumberOf.end() ? std::nullopt : std::optional(Known->second);
}

uint32_t Facts::agreement(NodeRange Members, const FactOf &Of) {
  auto [Known, IsNew] = NumberOf.try_emplace(
      keyOf(Members.First, Of, /*IsAgreement=*/true), Entries.size());
  if (!IsNew)
    return Known->second;
  uint32_t Number = Known->second;
  Entries.emplace_back().Missing = Members.Count;
  for (NodeId Id = Members.First; Id < Members.First + Members.Count; ++Id) {
    auto Member = NumberOf.find(keyOf(Id, Of));
    if (Member != NumberOf.end())
      Entries[Member->second].Supports.push_back(Number);
    else
      Entries[Number].MayHold = true;
  }
  return Number;
}

void Facts::spreadHolds() {
  llvm::SmallVector<uint32_t, 0> Pending;
  for (auto [Number, E] : llvm::enumerate(Entries))
    if (E.Holds)
      Pending.push_back(Number);
  while (!Pending.empty())
    for (uint32_t Number : Entries[Pending.pop_back_val()].Supports) {
      Entry &E = Entries[Number];
      bool LacksSome = E.Missing && --E.Missing;
      if (E.Holds || LacksSome)
        continue;
      E.Holds = true;
      Pending.push_back(Number);
    }
}

void Facts::spreadMayHold() {
  llvm::SmallVector<uint32_t, 0> Pending;
  for (auto [Number, E] : llvm::enumerate(Entries)) {
    E.MayHold |= E.Holds;
    if (E.MayHold)
      Pending.push_back(Number);
  }
  while (!Pending.empty())
    for (uint32_t Number : Entries[Pending.pop_back_val()].Supports)
      if (!std::exchange(Entries[Number].MayHold, true))
        Pending.push_back(Number);
}

std::optional<bool> Facts::claimOf(NodeId Function, const FactOf &Of) const {
  auto Known = NumberOf.find(keyOf(Function, Of));
  if (Known == NumberOf.end())
    return std::nullopt;
  const Entry &E = Entries[Known->second];
  return E.Holds || !E.MayHold ? std::optional(E.Holds) : std::nullopt;
}

std::optional<bool> Facts::of(const Unit &U, const FactOf &Of) const {
  auto [First, Count] = P.meant(U, Of.Function);
  if (!Count)
    return std::nullopt;
  std::optional<bool> All = claimOf(First, Of);
  for (NodeId Id = First + 1; Id < First + Count; ++Id)
    if (claimOf(Id, Of) != All)
      return std::nullopt;
  return All;
}

bool Facts::stands(const Unit &U, llvm::ArrayRef<Need> Needs) const {
  return llvm::all_of(Needs, [&](const Need &N) {
    std::optional<bool> Known = of(U, N.Of);
    return Known ? *Known == N.Expected : N.IfUnknown;
  });
}

} // namespace asynctidy::program
