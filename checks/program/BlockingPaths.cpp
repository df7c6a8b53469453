// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "BlockingPaths.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace asynctidy::program {

/// Of how many conditions of a function the search keeps track.
static constexpr unsigned MostStates = 4;
/// How many functions are looked at to say "and N more".
static constexpr unsigned MostCounted = 200;

BlockingPaths::BlockingPaths(const Program &P, Limits Within)
    : P(P), L(std::move(Within)), FirstState(P.size(), None) {
  for (NodeId Id = 0; Id < P.size() && !P.isAgreement(Id); ++Id)
    seed(Id);
  // New states come at the end, each at least as far away as those before.
  for (uint32_t Number = 0; Number < States.size(); ++Number)
    spread(Number);
}

static Conditions conditionsOf(const Unit &U, Range Tests) {
  llvm::ArrayRef<ParameterTest> All = slice(U.Tests, Tests);
  return Conditions(All.begin(), All.end());
}

void BlockingPaths::seed(NodeId Id) {
  const Node &N = P.node(Id);
  for (const Block &B : slice(N.In->Blocks, N.F->Blocks))
    if (L.Counts(*N.In, B))
      add(Id, 1, conditionsOf(*N.In, B.Unless));
}

/// A state that a known one includes says nothing new.
bool BlockingPaths::add(NodeId Id, uint32_t Distance, Conditions When) {
  unsigned Count = 0;
  uint32_t *Slot = &FirstState[Id];
  while (*Slot != None) {
    bool IsFull = ++Count == MostStates && !When.empty();
    if (includes(When, States[*Slot].When) || IsFull)
      return false;
    Slot = &States[*Slot].Next;
  }
  *Slot = States.size();
  States.push_back({Id, Distance, None, std::move(When)});
  return true;
}

bool BlockingPaths::mayEnter(NodeId Id) const {
  if (P.isAgreement(Id))
    return true; // its members were asked
  Function::Kind What = P.node(Id).F->What;
  return What != Function::Coroutine && What != Function::Closed;
}

bool BlockingPaths::isFollowed(const Edge &E) const {
  // What a variable is given once may be called often.
  bool MayRecur = !E.Via->OnceOnly || P.node(E.From).F->What == Function::Slot;
  return (MayRecur || L.OnceOnly) && E.Alternatives <= L.MaxOverrides;
}

/// What \p When, about the function that \p E leads to, means where \p E
/// starts; nothing if it rules the call out.
std::optional<Conditions>
BlockingPaths::across(const Edge &E, llvm::ArrayRef<ParameterTest> When) const {
  // What a callable is given when it is called, nobody knows.
  std::optional<Conditions> Result =
      E.ThroughCallee
          ? std::optional<Conditions>(std::in_place)
          : atCaller(When, slice(E.In->Arguments, E.Via->Arguments));
  if (!Result)
    return std::nullopt;
  if (P.node(E.From).F->What == Function::Slot)
    return Conditions();
  for (const ParameterTest &Test : slice(E.In->Tests, E.Via->Unless))
    if (!addCondition(*Result, Test))
      return std::nullopt;
  return Result;
}

void BlockingPaths::spread(uint32_t Number) {
  const NodeId Of = States[Number].Of;
  const uint32_t Distance = States[Number].Distance;
  if (!mayEnter(Of))
    return;
  const Conditions When = States[Number].When;
  for (uint32_t Incoming : P.to(Of))
    spreadThrough(P.edge(Incoming), Distance, When);
  if (Number == FirstState[Of])
    for (NodeId Agreement : P.agreementsWith(Of))
      agree(Agreement, Distance);
}

void BlockingPaths::spreadThrough(const Edge &E, uint32_t Distance,
                                  const Conditions &When) {
  if (!isFollowed(E))
    return;
  if (std::optional<Conditions> There = across(E, When))
    add(E.From, Distance + 1, std::move(*There));
}

/// One more of the definitions that one name has is known to block. Once all
/// are, the name is.
void BlockingPaths::agree(NodeId Agreement, uint32_t Distance) {
  llvm::ArrayRef<NodeId> Members = P.agreement(Agreement);
  auto [Left, IsNew] = Missing.try_emplace(Agreement, Members.size());
  if (--Left->second)
    return;
  Conditions All;
  for (NodeId Member : Members)
    for (const ParameterTest &Test : States[FirstState[Member]].When)
      if (!addCondition(All, Test))
        return;
  add(Agreement, Distance, std::move(All));
}

const BlockingPaths::State *
BlockingPaths::stateAt(NodeId Id, uint32_t Distance,
                       llvm::ArrayRef<ParameterTest> Within) const {
  for (uint32_t At = FirstState[Id]; At != None; At = States[At].Next)
    if (States[At].Distance <= Distance && includes(Within, States[At].When))
      return &States[At];
  return nullptr;
}

/// The state nearest to a blocking call that \p E leads to for certain, as far
/// as its arguments tell.
const BlockingPaths::State *BlockingPaths::nearest(const Edge &E) const {
  if (!isFollowed(E) || !mayEnter(E.To))
    return nullptr;
  for (uint32_t At = FirstState[E.To]; At != None; At = States[At].Next)
    if (across(E, States[At].When))
      return &States[At]; // they are in the order of their distance
  return nullptr;
}

/// Goes from \p Now one call on. The first way in the text that is as short as
/// any is taken. Null: \p Found is complete.
const BlockingPaths::State *BlockingPaths::step(Path &Found,
                                                const State &Now) const {
  const Node &N = P.node(Now.Of);
  if (Now.Distance == 1)
    for (const Block &B : slice(N.In->Blocks, N.F->Blocks))
      if (L.Counts(*N.In, B) &&
          includes(Now.When, conditionsOf(*N.In, B.Unless))) {
        Found.Last = Now.Of;
        Found.Leaf = &B;
        return nullptr;
      }
  for (const Edge &E : P.from(Now.Of)) {
    if (!isFollowed(E) || !mayEnter(E.To))
      continue;
    for (uint32_t At = FirstState[E.To]; At != None; At = States[At].Next) {
      const State &Next = States[At];
      if (Next.Distance + 1 != Now.Distance)
        continue;
      std::optional<Conditions> There = across(E, Next.When);
      if (There && includes(Now.When, *There)) {
        Found.Hops.push_back({Now.Of, &E});
        return &Next;
      }
    }
  }
  return nullptr;
}

void BlockingPaths::complete(Path &Found, const State *Now) const {
  while (Now) {
    if (P.isAgreement(Now->Of)) // any of them will do, since all block
      Now = &States[FirstState[P.agreement(Now->Of).front()]];
    else
      Now = step(Found, *Now);
  }
}

/// Counts what else the first call of \p Found leads to for certain.
void BlockingPaths::countOthers(Path &Found) const {
  llvm::StringSet<> Names;
  std::vector<NodeId> Order;
  llvm::DenseSet<NodeId> Seen;
  auto Enter = [&](NodeId Id) {
    if (mayEnter(Id) && FirstState[Id] != None && Seen.insert(Id).second)
      Order.push_back(Id);
  };
  Enter(Found.Hops.front().Via->To);
  for (size_t I = 0; I < Order.size(); ++I) {
    if (P.isAgreement(Order[I])) {
      Enter(P.agreement(Order[I]).front());
      continue;
    }
    const Node &N = P.node(Order[I]);
    for (const Block &B : slice(N.In->Blocks, N.F->Blocks))
      if (!B.Unless.Count && L.Counts(*N.In, B))
        Names.insert(N.In->text(B.Name));
    if (Order.size() > MostCounted) {
      Found.AndMore = true;
      continue;
    }
    for (const Edge &E : P.from(Order[I]))
      if (isFollowed(E) && !E.Via->Unless.Count)
        Enter(E.To);
  }
  Names.erase(P.node(Found.Last).In->text(Found.Leaf->Name));
  Found.More = Names.size();
}

std::vector<BlockingPaths::Path> BlockingPaths::from(NodeId Root) const {
  std::vector<Path> Found;
  const Edge *Best = nullptr;
  const State *Target = nullptr;
  auto Finish = [&] {
    if (!Target)
      return;
    Path &New = Found.emplace_back();
    New.Hops.push_back({Root, Best});
    complete(New, Target);
    if (!New.Leaf) {
      Found.pop_back();
      return;
    }
    countOthers(New);
  };
  const Call *Current = nullptr;
  for (const Edge &E : P.from(Root)) {
    if (E.Via != Current) {
      Finish();
      Current = E.Via;
      Target = nullptr;
    }
    const State *Here = nearest(E);
    if (Here && (!Target || Here->Distance < Target->Distance)) {
      Target = Here;
      Best = &E;
    }
  }
  Finish();
  return Found;
}

} // namespace asynctidy::program
