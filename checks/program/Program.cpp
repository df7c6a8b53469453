// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Program.h"
#include "CallableFlow.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

namespace asynctidy::program {

Program::Program(llvm::ArrayRef<const Unit *> TheUnits)
    : Units(TheUnits.begin(), TheUnits.end()) {
  // A name may stand for several commands of one file; these are told apart by
  // nothing that could be shown, so their order does not matter.
  llvm::stable_sort(Units, [](const Unit *A, const Unit *B) {
    return A->text(A->MainFile) < B->text(B->MainFile);
  });
  for (auto [Position, U] : llvm::enumerate(Units))
    PositionOf[U] = Position;
  addNodes();
  addOverriders();
  addEdges();
  addCallables();
}

static auto identity(const Node &N) { return std::tie(N.F->Name, N.F->Digest); }

void Program::addNodes() {
  size_t Total = 0;
  for (const Unit *U : Units)
    Total += U->Functions.size();
  Nodes.reserve(Total);
  for (const Unit *U : Units)
    for (const Function &F : U->Functions)
      Nodes.push_back({U, &F, F.Program});
  llvm::stable_sort(Nodes, [](const Node &A, const Node &B) {
    return identity(A) < identity(B);
  });
  size_t Count = 0;
  for (const Node &N : Nodes) {
    Node *Last = Count ? &Nodes[Count - 1] : nullptr;
    if (Last && identity(*Last) == identity(N))
      Last->Program = together(Last->Program, N.Program);
    else
      Nodes[Count++] = N;
  }
  Nodes.resize(Count);
  Nodes.shrink_to_fit();
  FirstOf.reserve(Nodes.size());
  for (auto [Id, N] : llvm::enumerate(Nodes))
    FirstOf.try_emplace(N.F->Name, Id);
}

/// How many different functions have the name of \p First. A variable is one,
/// whatever each unit puts into it.
uint32_t Program::definitionsFrom(NodeId First) const {
  if (Nodes[First].F->What == Function::Slot)
    return 1;
  NodeId End = First;
  while (End < Nodes.size() && Nodes[End].F->Name == Nodes[First].F->Name)
    ++End;
  return End - First;
}

NodeId Program::nodeOf(const Function &F) const {
  NodeId Id = FirstOf.lookup(F.Name);
  while (Nodes[Id].F->Digest != F.Digest)
    ++Id;
  return Id;
}

bool Program::isShared(NodeId Id) const {
  return definitionsFrom(FirstOf.lookup(Nodes[Id].F->Name)) > 1;
}

/// The definition of \p Name in \p U itself.
static const Function *ownDefinition(const Unit &U, Symbol Name) {
  auto Found = llvm::lower_bound(
      U.Functions, Name,
      [](const Function &F, Symbol Wanted) { return F.Name < Wanted; });
  return Found != U.Functions.end() && Found->Name == Name ? &*Found : nullptr;
}

NodeId Program::agreementOn(NodeId First, uint32_t Count) {
  auto [Known, IsNew] =
      AgreementOf.try_emplace(First, Nodes.size() + Agreements.size());
  if (IsNew) {
    auto &Members = Agreements.emplace_back();
    for (NodeId Id = First; Id < First + Count; ++Id) {
      Members.push_back(Id);
      PartOf[Id].push_back(Known->second);
    }
    // The first of them, which stands for all, is that of the first file.
    llvm::stable_sort(Members, [&](NodeId A, NodeId B) {
      const Unit &U = *Nodes[A].In, &V = *Nodes[B].In;
      return U.text(U.MainFile) < V.text(V.MainFile);
    });
  }
  return Known->second;
}

NodeRange Program::meant(const Unit &U, Symbol Name) const {
  auto First = FirstOf.find(Name);
  if (First == FirstOf.end())
    return {};
  uint32_t Count = definitionsFrom(First->second);
  bool IsOwn = Count > 1 || isInternal(Name);
  const Function *Own = IsOwn ? ownDefinition(U, Name) : nullptr;
  if (Own)
    return {nodeOf(*Own), 1};
  return isInternal(Name) ? NodeRange() : NodeRange{First->second, Count};
}

Symbol Program::nameIn(const Unit &U, Symbol Name) const {
  if (!isInternal(Name))
    return Name;
  Symbol Mixed = Name ^ (PositionOf.lookup(&U) * 0x9E3779B97F4A7C15ull);
  return (Mixed | InternalBit) & ~(InternalBit >> 1);
}

std::optional<NodeId> Program::resolve(const Unit &U, Symbol Name) {
  auto [First, Count] = meant(U, Name);
  if (!Count)
    return std::nullopt;
  return Count == 1 ? First : agreementOn(First, Count);
}

std::optional<NodeId> Program::find(const Unit &U, Symbol Name) const {
  auto [First, Count] = meant(U, Name);
  if (!Count)
    return std::nullopt;
  if (Count == 1)
    return First;
  auto Known = AgreementOf.find(First);
  return Known == AgreementOf.end() ? std::nullopt
                                    : std::optional(Known->second);
}

llvm::ArrayRef<NodeId> Program::agreementsWith(NodeId Id) const {
  auto Found = PartOf.find(Id);
  return Found == PartOf.end() ? llvm::ArrayRef<NodeId>() : Found->second;
}

void Program::addOverriders() {
  for (auto [Id, N] : llvm::enumerate(Nodes))
    for (Symbol Base : slice(N.In->Overrides, N.F->Overrides)) {
      auto &Known = Overriders[Base];
      // Internal ones of one name are different functions.
      if (Known.empty() || isInternal(N.F->Name) ||
          Nodes[Known.back()].F->Name != N.F->Name)
        Known.push_back(Id);
    }
}

/// All that override \p Method, directly or not.
llvm::SmallVector<NodeId, 4> Program::overridersOf(Symbol Method) const {
  llvm::SmallVector<NodeId, 4> All;
  llvm::SmallVector<Symbol, 4> Pending = {Method};
  while (!Pending.empty()) {
    auto Direct = Overriders.find(Pending.pop_back_val());
    if (Direct == Overriders.end())
      continue;
    for (NodeId Overrider : Direct->second)
      if (!llvm::is_contained(All, Overrider)) {
        All.push_back(Overrider);
        Pending.push_back(Nodes[Overrider].F->Name);
      }
  }
  return All;
}

/// Adds \p E if there may be a program with both functions.
void Program::addEdge(Edge E) {
  // A closure is with the function that it is in, wherever that is.
  bool IsPossible = isAgreement(E.To) || isInternal(E.Via->Callee) ||
                    mayUse(Nodes[E.From].Program, Nodes[E.To].Program);
  if (IsPossible)
    Edges.push_back(E);
  else
    CallsOthers.insert(E.From);
}

void Program::addEdgesOf(NodeId Id) {
  const Node N = Nodes[Id];
  if (N.F->What == Function::Slot)
    Id = FirstOf.lookup(N.F->Name);
  llvm::ArrayRef<Call> Calls = slice(N.In->Calls, N.F->Calls);
  for (const Call &C : Calls) {
    if (!C.Callee || C.What == Call::Elsewhere)
      continue;
    auto Add = [&](std::optional<NodeId> To, size_t Alternatives) {
      if (To)
        addEdge({Id, *To, N.In, &C, /*ThroughCallee=*/false,
                 static_cast<uint32_t>(Alternatives)});
    };
    Add(resolve(*N.In, C.Callee), 0);
    if (C.What != Call::Virtual)
      continue;
    llvm::SmallVector<NodeId, 4> All = overridersOf(C.Callee);
    llvm::sort(All);
    for (NodeId Overrider : All) {
      Symbol Name = Nodes[Overrider].F->Name;
      Add(isInternal(Name) ? Overrider : resolve(*N.In, Name), All.size());
    }
  }
}

void Program::addEdges() {
  for (NodeId Id = 0; Id < Nodes.size(); ++Id)
    addEdgesOf(Id);
}

/// Who is called through parameters and variables.
void Program::addCallables() {
  CallableFlow Flow(*this);
  orderEdges();
  llvm::DenseMap<Symbol, Callables> Kept;
  for (const CallableFlow::Way &W : Flow.run()) {
    if (std::optional<NodeId> To = resolve(*W.In, W.Callable))
      Edges.push_back({W.From, *To, W.In, W.Via, W.ThroughCallee, 0});
    if (!W.ThroughCallee)
      Kept[Nodes[W.From].F->Name].insert(W.Callable);
  }
  orderEdges();
  countHeld(std::move(Kept));
}

/// Notes for variables how many callables each may hold: those in \p Held, and
/// others that are put in without a function's help. That no unit has anything
/// to say about some makes them no fewer.
void Program::countHeld(llvm::DenseMap<Symbol, Callables> Held) {
  for (const Node &N : Nodes)
    if (N.F->What == Function::Slot)
      for (const Call &C : slice(N.In->Calls, N.F->Calls))
        Held[N.F->Name].insert(C.Callee);
  for (Edge &E : Edges) {
    const Function &From = *Nodes[E.From].F;
    if (From.What == Function::Slot)
      E.Alternatives =
          std::max<uint32_t>(E.Alternatives, Held[From.Name].size());
  }
}

/// Sorts the edges, and notes where those of each node begin.
void Program::orderEdges() {
  llvm::stable_sort(Edges, [&](const Edge &A, const Edge &B) {
    if (A.From != B.From)
      return A.From < B.From;
    if (A.In != B.In)
      return PositionOf[A.In] < PositionOf[B.In];
    return A.Via < B.Via; // in one table
  });
  FirstEdge.assign(size() + 1, 0);
  FirstIncoming.assign(size() + 1, 0);
  for (const Edge &E : Edges) {
    ++FirstEdge[E.From + 1];
    ++FirstIncoming[E.To + 1];
  }
  for (size_t I = 1; I < FirstEdge.size(); ++I) {
    FirstEdge[I] += FirstEdge[I - 1];
    FirstIncoming[I] += FirstIncoming[I - 1];
  }
  Incoming.resize(Edges.size());
  std::vector<uint32_t> Next(FirstIncoming.begin(), FirstIncoming.end());
  for (auto [Number, E] : llvm::enumerate(Edges))
    Incoming[Next[E.To]++] = Number;
}

llvm::ArrayRef<Edge> Program::from(NodeId Id) const {
  return llvm::ArrayRef(Edges).slice(FirstEdge[Id],
                                     FirstEdge[Id + 1] - FirstEdge[Id]);
}

llvm::ArrayRef<uint32_t> Program::to(NodeId Id) const {
  return llvm::ArrayRef(Incoming).slice(
      FirstIncoming[Id], FirstIncoming[Id + 1] - FirstIncoming[Id]);
}

} // namespace asynctidy::program
