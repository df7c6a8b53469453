// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Pruned.h"
#include "UnitBuilder.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {
namespace {

/// Copies functions out of a unit, with all that they refer to.
class Copier {
public:
  explicit Copier(const Unit &From) : From(From), To("") {
    To.Result.MainFile = text(From.MainFile);
  }

  void add(const Function &F, ProgramId Program, bool IsWhole);
  void addUse(const Use &U) { To.Result.Uses.push_back(U); }
  Unit finish();

private:
  TextId text(TextId Id) { return To.text(From.text(Id)); }
  SiteId site(SiteId Id);
  uint32_t reason(uint32_t Number);
  Block copied(Block B);
  Call copied(Call C);
  Message copied(Message M);
  Ground copied(Ground G);
  Claim copied(Claim C);
  ModeAsked copied(ModeAsked A);

  template <typename T> Range stretch(std::vector<T> Unit::*Table, Range R) {
    return UnitBuilder::add<T>(To.Result.*Table, slice(From.*Table, R));
  }
  template <typename T> Range records(std::vector<T> Unit::*Table, Range R) {
    std::vector<T> Copies;
    for (const T &Each : slice(From.*Table, R))
      Copies.push_back(copied(Each));
    return UnitBuilder::add<T>(To.Result.*Table, Copies);
  }

  const Unit &From;
  UnitBuilder To;
  llvm::DenseMap<uint32_t, uint32_t> Reasons;
};

/// Finds what may come to block, and what somebody may ask about.
class Chooser {
public:
  explicit Chooser(const Program &P);
  bool isWanted(NodeId Id) const { return Wanted.contains(Id); }

private:
  void add(NodeId Id);

  llvm::DenseSet<NodeId> Wanted;
  std::vector<NodeId> Pending;
};

} // namespace

SiteId Copier::site(SiteId Id) {
  Site S = From.Sites[Id];
  S.File = text(S.File);
  S.SourceLine = text(S.SourceLine);
  To.Result.Sites.push_back(S);
  return To.Result.Sites.size() - 1;
}

uint32_t Copier::reason(uint32_t Number) {
  auto [Slot, IsNew] = Reasons.try_emplace(Number, To.Result.Reasons.size());
  if (!IsNew)
    return Slot->second;
  Reason Why = From.Reasons[Number];
  Why.Category = text(Why.Category);
  Why.Because = text(Why.Because);
  for (auto &[Library, Text] : Why.Instead)
    Library = text(Library), Text = text(Text);
  To.Result.Reasons.push_back(std::move(Why));
  return Slot->second;
}

Block Copier::copied(Block B) {
  B.At = site(B.At);
  B.Name = text(B.Name);
  B.Why = reason(B.Why);
  B.Unless = stretch(&Unit::Tests, B.Unless);
  B.UnlessIn = records(&Unit::ModesAsked, B.UnlessIn);
  return B;
}

ModeAsked Copier::copied(ModeAsked A) {
  A.Of.Evidence = text(A.Of.Evidence);
  return A;
}

Call Copier::copied(Call C) {
  C.At = site(C.At);
  C.Name = text(C.Name);
  C.Arguments = stretch(&Unit::Arguments, C.Arguments);
  C.Unless = stretch(&Unit::Tests, C.Unless);
  return C;
}

Message Copier::copied(Message M) { return {site(M.At), text(M.Text)}; }

Ground Copier::copied(Ground G) {
  G.Why = records(&Unit::Messages, G.Why);
  return G;
}

Claim Copier::copied(Claim C) {
  C.Why = records(&Unit::Messages, C.Why);
  C.AnyOf = records(&Unit::Grounds, C.AnyOf);
  return C;
}

void Copier::add(const Function &F, ProgramId Program, bool IsWhole) {
  Function Copy = F;
  Copy.Program = Program;
  Copy.Overrides = stretch(&Unit::Overrides, F.Overrides);
  Copy.Claims = records(&Unit::Claims, F.Claims);
  Copy.Shown = Copy.Library = Copy.Within = 0;
  Copy.Blocks = Copy.Calls = Copy.Keeps = {};
  if (IsWhole) {
    Copy.Shown = text(F.Shown);
    Copy.Library = text(F.Library);
    Copy.Blocks = records(&Unit::Blocks, F.Blocks);
    Copy.Calls = records(&Unit::Calls, F.Calls);
    Copy.Keeps = stretch(&Unit::Keeps, F.Keeps);
  }
  To.Result.Functions.push_back(Copy);
}

Unit Copier::finish() {
  for (const Callback &Given : From.Callbacks)
    To.Result.Callbacks.push_back({Given.Function, text(Given.Library)});
  for (const Mode &M : From.Modes)
    To.Result.Modes.push_back({M.Class, text(M.Evidence)});
  // Their digests stay those of the program, which tell what is the same.
  return std::move(To.Result);
}

Chooser::Chooser(const Program &P) {
  for (NodeId Id = 0; Id < P.size() && !P.isAgreement(Id); ++Id) {
    const Node &N = P.node(Id);
    bool CallsParameter = llvm::any_of(slice(N.In->Calls, N.F->Calls),
                                       [](const Call &C) { return !C.Callee; });
    if (N.F->Blocks.Count || N.F->Keeps.Count || CallsParameter)
      add(Id);
  }
  while (!Pending.empty()) {
    NodeId Id = Pending.back();
    Pending.pop_back();
    for (uint32_t Number : P.to(Id))
      add(P.edge(Number).From);
    if (!P.isAgreement(Id))
      for (NodeId Agreement : P.agreementsWith(Id))
        add(Agreement);
  }
}

void Chooser::add(NodeId Id) {
  if (Wanted.insert(Id).second)
    Pending.push_back(Id);
}

/// Calls of coroutines are uses of them, whether or not the call is kept.
static void addUses(const Program &P, const Node &N, Copier &To) {
  for (const Call &C : slice(N.In->Calls, N.F->Calls)) {
    if (!C.Callee || C.What == Call::HandedOver)
      continue;
    std::optional<NodeId> Callee = P.find(*N.In, C.Callee);
    if (Callee && !P.isAgreement(*Callee) &&
        P.node(*Callee).F->What == Function::Coroutine)
      To.addUse({P.node(*Callee).F->Pattern, N.F->Pattern,
                 C.What == Call::Elsewhere});
  }
}

std::vector<Unit> pruned(const Program &P) {
  Chooser Wanted(P);
  std::vector<Unit> Result;
  for (const Unit *U : P.units()) {
    Copier To(*U);
    for (const Use &Each : U->Uses)
      To.addUse(Each);
    for (const Function &F : U->Functions) {
      NodeId Id = P.nodeOf(F);
      bool IsShared = P.isShared(Id);
      if (!IsShared && F.What != Function::Slot && P.node(Id).F != &F)
        continue; // another unit has it
      addUses(P, {U, &F}, To);
      // Of what leads to other programs it must be known where it is.
      bool IsWhole = Wanted.isWanted(Id) || F.What == Function::Slot ||
                     P.callsOtherPrograms(Id);
      if (IsWhole || F.Claims.Count || F.Overrides.Count || IsShared)
        To.add(F, P.node(Id).Program, IsWhole);
    }
    Result.push_back(To.finish());
  }
  return Result;
}

} // namespace asynctidy::program
