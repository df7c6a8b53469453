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
  for (NodeId Id = 0; Id < P.size() && !P.isAgreement(Id); ++Id) {
    const Node &N = P.node(Id);
    for (const Claim &C : slice(N.In->Claims, N.F->Claims)) {
      Key K = keyOf(Id, {0, C.What, C.Parameter});
      if (!NumberOf.try_emplace(K, Entries.size()).second)
        continue;
      Entry &New = Entries.emplace_back();
      New.In = N.In;
      New.Said = &C;
      New.Holds = C.Holds;
    }
  }
  // Agreements come behind the claims.
  for (uint32_t Number = 0, End = Entries.size(); Number != End; ++Number)
    addSupport(Number);
}

void Facts::addSupport(uint32_t Number) {
  const Unit &In = *Entries[Number].In;
  for (const Ground &G : slice(In.Grounds, Entries[Number].Said->AnyOf))
    if (std::optional<uint32_t> By = meant(In, G.Of))
      Entries[*By].Supports.push_back({Number, &G});
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
      Entries[Member->second].Supports.push_back({Number, nullptr});
    else
      Entries[Number].MayHold = true;
  }
  return Number;
}

/// The nearest first: what others hold because of is the shortest way.
void Facts::spreadHolds() {
  llvm::SmallVector<uint32_t, 0> Reached;
  for (auto [Number, E] : llvm::enumerate(Entries))
    if (E.Holds)
      Reached.push_back(Number);
  for (std::size_t Next = 0; Next != Reached.size(); ++Next)
    for (const Support &S : Entries[Reached[Next]].Supports) {
      Entry &E = Entries[S.Entry];
      bool LacksSome = E.Missing && --E.Missing;
      if (E.Holds || LacksSome)
        continue;
      E.Holds = true;
      E.Because = Reached[Next];
      E.As = S.As;
      Reached.push_back(S.Entry);
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
    for (const Support &S : Entries[Pending.pop_back_val()].Supports)
      if (!std::exchange(Entries[S.Entry].MayHold, true))
        Pending.push_back(S.Entry);
}

uint32_t Facts::entryOf(NodeId Function, const FactOf &Of) const {
  auto Known = NumberOf.find(keyOf(Function, Of));
  return Known == NumberOf.end() ? None : Known->second;
}

std::optional<bool> Facts::claimOf(NodeId Function, const FactOf &Of) const {
  uint32_t Number = entryOf(Function, Of);
  if (Number == None)
    return std::nullopt;
  const Entry &E = Entries[Number];
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

void Facts::addWhy(uint32_t Number, std::vector<LinkedStep> &Steps) const {
  for (; Number != None; Number = Entries[Number].Because) {
    const Entry &E = Entries[Number];
    if (!E.Said)
      continue;
    for (const Message &M :
         slice(E.In->Messages, E.As ? E.As->Why : E.Said->Why))
      Steps.push_back({E.In, M.At, E.In->text(M.Text)});
  }
}

std::vector<LinkedStep> Facts::why(const Unit &U,
                                   llvm::ArrayRef<Need> Needs) const {
  std::vector<LinkedStep> Steps;
  for (const Need &N : Needs)
    if (of(U, N.Of))
      addWhy(entryOf(P.meant(U, N.Of.Function).First, N.Of), Steps);
  return Steps;
}

} // namespace asynctidy::program
