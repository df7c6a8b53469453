// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "TaskLives.h"
#include "LifeDomain.h"
#include "WitnessSearch.h"
#include "model/Coroutine.h"
#include "model/Mentions.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Work that leaves its place without being taken.
struct Lost {
  const Expr *Maker;
  Place From;
  LifeDomain::Ending How;
  const Expr *At;

  bool operator==(const Lost &Other) const {
    return Maker == Other.Maker && From == Other.From && How == Other.How &&
           At == Other.At;
  }
};

struct AwaitedGone {
  const Expr *Await, *Before;

  bool operator==(const AwaitedGone &Other) const {
    return Await == Other.Await && Before == Other.Before;
  }
};

template <typename T> void addOnce(std::vector<T> &To, const T &Value) {
  if (!llvm::is_contained(To, Value))
    To.push_back(Value);
}

/// Notes everything that happens anywhere.
struct Recorder : LifeDomain::Watcher {
  llvm::SmallPtrSet<const Expr *, 8> Taken;
  llvm::SmallSetVector<const Expr *, 4> Dropped;
  llvm::MapVector<const Expr *, Place> Kept;
  llvm::DenseMap<const Expr *, Use> Raced;
  llvm::SmallPtrSet<const Expr *, 4> AmongOthers;
  std::vector<Lost> Losses;
  std::vector<AwaitedGone> Again;

  void taken(const Expr *Maker) override { Taken.insert(Maker); }
  void dropped(const Expr *Maker) override { Dropped.insert(Maker); }
  void raced(const Expr *Maker, const Use &Where) override {
    Raced[Maker] = Where;
  }
  void kept(const Expr *Maker, Place In, bool Adds) override {
    Kept.insert({Maker, In});
    if (Adds)
      AmongOthers.insert(Maker);
  }
  void lost(const Expr *Maker, Place From, LifeDomain::Ending How,
            const Expr *At) override {
    addOnce(Losses, {Maker, From, How, At});
  }
  void gone(const Expr *Await, const Expr *Before) override {
    addOnce(Again, {Await, Before});
  }
};

/// Waits for one event.
struct Sentry : LifeDomain::Watcher {
  std::optional<Lost> Loss;
  std::optional<AwaitedGone> Again;
  bool Seen = false;

  void lost(const Expr *Maker, Place From, LifeDomain::Ending How,
            const Expr *At) override {
    Seen |= Loss == Lost{Maker, From, How, At};
  }
  void gone(const Expr *Await, const Expr *Before) override {
    Seen |= Again == AwaitedGone{Await, Before};
  }
  bool happened() { return std::exchange(Seen, false); }
};

class LifeFinder {
public:
  LifeFinder(const FunctionDecl &F, const Model &M, const Stmt &Body,
             bool Doubts)
      : F(F), M(M), Body(Body), Uses(Body, M, Doubts) {}

  std::vector<Loss> run();
  bool isDoubtful() const { return Uses.areDoubtful(); }
  void addUnseen(Loss &L) const;

private:
  void findMakers();
  bool isWorthFollowing() const;
  void addDropped(const Recorder &Seen);
  void addKept(const Recorder &Seen);
  void addAgain(const Recorder &Seen);
  void addParameters();
  std::optional<Loss> onSomePath(const Expr &Maker, Place In);
  std::optional<Loss> byEvent(const Lost &Event, bool EverTaken);
  using BlockSet = llvm::SmallPtrSet<const CFGBlock *, 16>;
  BlockSet leadingTo(llvm::ArrayRef<const CFGBlock *> Ends, const Expr &Maker);
  std::vector<LossStep> describe(const Witness &Way, const Expr &Maker,
                                 llvm::ArrayRef<const CFGBlock *> Ends);
  const Expr *operandOf(const Expr &Mention) const;
  LossStep ending(const Witness &Way, Place In) const;
  const TaskType *typeOf(const Expr &Mention) const {
    return M.taskTypes().find(Mention.getType());
  }

  const FunctionDecl &F;
  const Model &M;
  const Stmt &Body;
  ValueUses Uses;
  LifeDomain::Makers Makers;
  std::unique_ptr<FlowGraph> Graph;
  std::optional<Branches> Questions;
  std::optional<LifeDomain> Domain;
  std::optional<Forward<LifeDomain>> Flow;
  std::vector<Loss> Losses;
};

void LifeFinder::findMakers() {
  for (const Expr *E : Uses.all()) {
    if (std::optional<Work> Made = workMadeBy(*E, M, &F)) {
      Makers.insert({E, std::move(*Made)});
      continue;
    }
    // What an await gives and nobody keeps.
    const auto *Await = dyn_cast<CoawaitExpr>(E);
    const Use *U = Uses.of(*E);
    if (!Await || (U->What != Use::Discarded && U->What != Use::CastToVoid &&
                   U->What != Use::Ignored))
      continue;
    if (std::optional<Work> Guard = guardGivenBy(*Await, M, &F))
      Makers.insert({E, std::move(*Guard)});
  }
}

/// Most functions hand on or await all they make: no paths are needed to see
/// that.
bool LifeFinder::isWorthFollowing() const {
  bool Makes = llvm::any_of(Makers, [&](const auto &Entry) {
    Use::Kind What = Uses.of(*Entry.first)->What;
    return What != Use::Awaited && What != Use::HandedOn &&
           What != Use::Returned;
  });
  return Makes || llvm::any_of(Uses.all(), [&](const Expr *E) {
           return Uses.of(*E)->What == Use::Awaited && Place::of(E) &&
                  typeOf(*E);
         });
}

std::vector<Loss> LifeFinder::run() {
  findMakers();
  addParameters();
  if (!isWorthFollowing())
    return std::move(Losses);
  Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return std::move(Losses);
  Questions.emplace(*Graph, M.ast());
  Domain.emplace(Uses, *Questions, Makers);
  Flow.emplace(*Graph, *Domain);
  if (!Flow->run())
    return std::move(Losses);
  Recorder Seen;
  Domain->watch(&Seen);
  Flow->replay();
  Domain->watch(nullptr);
  addDropped(Seen);
  addKept(Seen);
  addAgain(Seen);
  const SourceManager &SM = M.ast().getSourceManager();
  llvm::stable_sort(Losses, [&](const Loss &A, const Loss &B) {
    return SM.isBeforeInTranslationUnit(A.Made.Site.Loc, B.Made.Site.Loc);
  });
  return std::move(Losses);
}

void LifeFinder::addDropped(const Recorder &Seen) {
  for (const Expr *Maker : Seen.Dropped) {
    Loss L;
    L.Why = *Uses.of(*Maker);
    if (L.Why.What == Use::Unread)
      L.KeptIn = L.Why.To;
    L.Made = Makers.find(Maker)->second;
    bool WasAwaited = isa<CoawaitExpr>(Maker) && L.Made.isGuard();
    // It lives as long as what follows in the expression, or as `_` does.
    bool LivesOn = L.Why.What == Use::Discarded ? !L.Why.Alone : !L.Why.By;
    if (WasAwaited && LivesOn)
      continue;
    L.What = WasAwaited ? Loss::GuardDropped : Loss::Dropped;
    Losses.push_back(std::move(L));
  }
}

/// The blocks from whose start \p Maker's work can get to one of \p Ends with
/// nobody taking it.
LifeFinder::BlockSet
LifeFinder::leadingTo(llvm::ArrayRef<const CFGBlock *> Ends,
                      const Expr &Maker) {
  BlockSet Leading;
  llvm::SmallVector<const CFGBlock *, 16> Pending;
  auto Add = [&](const CFGBlock *Block) {
    const LifeState *At = Flow->at(*Block);
    if (At && At->holds(&Maker) && Leading.insert(Block).second)
      Pending.push_back(Block);
  };
  llvm::for_each(Ends, Add);
  Domain->focusOn(&Maker);
  while (!Pending.empty()) {
    for (const CFGBlock *Before : Pending.pop_back_val()->preds()) {
      const LifeState *At = Before ? Flow->at(*Before) : nullptr;
      if (!At || FlowGraph::endsProgram(*Before) ||
          Graph->blockOf(Maker) == Before)
        continue;
      LifeState Now = At->only(&Maker);
      for (const Stmt *Step : Graph->steps(*Before))
        Domain->step(*Step, Now);
      if (Now.holds(&Maker))
        Add(Before);
    }
  }
  Domain->focusOn(nullptr);
  return Leading;
}

/// The turns of \p Way that decide: the other way does not get there.
std::vector<LossStep>
LifeFinder::describe(const Witness &Way, const Expr &Maker,
                     llvm::ArrayRef<const CFGBlock *> Ends) {
  BlockSet Leading = leadingTo(Ends, Maker);
  std::vector<LossStep> Steps;
  for (const Turn &T : Way.Turns) {
    const Expr *Condition =
        T.Successor == Turn::Thrown ? nullptr : branchCondition(*T.Block);
    if (!Condition || Condition->getBeginLoc().isMacroID())
      continue;
    const CFGBlock *Other = *(T.Block->succ_begin() + (1 - T.Successor));
    if (Other && !Leading.contains(Other))
      Steps.push_back(
          {T.Successor == 0 ? LossStep::Holds : LossStep::Fails, Condition});
  }
  return Steps;
}

static bool contains(const Stmt &Outer, const Stmt &Inner) {
  if (&Outer == &Inner)
    return true;
  return llvm::any_of(Outer.children(), [&](const Stmt *Child) {
    return Child && contains(*Child, Inner);
  });
}

/// Where the last of \p Way loses what is kept in \p In.
LossStep LifeFinder::ending(const Witness &Way, Place In) const {
  const Stmt *Last = Way.LastStep;
  const Stmt *Scope = Uses.scopeOf(*In.Variable);
  if (llvm::isa_and_nonnull<ReturnStmt, CoreturnStmt, CXXThrowExpr>(Last) &&
      (!Scope || contains(*Scope, *Last)))
    return {LossStep::Leaves, Last};
  if (Scope && Scope != &Body)
    return {LossStep::ScopeEnd, Scope};
  return {LossStep::FunctionEnd, &Body};
}

/// A way on which \p Maker's work reaches the end of the function.
std::optional<Loss> LifeFinder::onSomePath(const Expr &Maker, Place In) {
  WitnessSearch<LifeDomain> Search(*Graph, *Domain, *Flow);
  std::optional<Witness> Way = Search.find(
      Maker, [] { return false; },
      [&](const LifeState &S) { return S.holds(&Maker); }, /*AtExit=*/true);
  if (!Way)
    return std::nullopt;
  Loss L;
  L.What = Loss::OnSomePath;
  L.Made = Makers.find(&Maker)->second;
  L.KeptIn = In;
  L.Path = describe(*Way, Maker, {&Graph->cfg().getExit()});
  L.Path.push_back(ending(*Way, In));
  return L;
}

/// A way on which \p Event happens.
std::optional<Loss> LifeFinder::byEvent(const Lost &Event, bool EverTaken) {
  Sentry Watch;
  Watch.Loss = Event;
  Domain->watch(&Watch);
  WitnessSearch<LifeDomain> Search(*Graph, *Domain, *Flow);
  std::optional<Witness> Way = Search.find(
      *Event.Maker, [&] { return Watch.happened(); },
      [&](const LifeState &S) { return S.holds(Event.Maker); },
      /*AtExit=*/false);
  Domain->watch(nullptr);
  if (!Way)
    return std::nullopt;
  Loss L;
  L.Made = Makers.find(Event.Maker)->second;
  L.KeptIn = Event.From;
  llvm::SmallVector<const CFGBlock *, 2> Ends = {Graph->blockOf(*Event.At)};
  if (Event.How == LifeDomain::OutOfScope)
    Ends.push_back(&Graph->cfg().getExit());
  L.Path = describe(*Way, *Event.Maker, Ends);
  if (Event.How == LifeDomain::OutOfScope) {
    L.What = EverTaken ? Loss::OnSomePath : Loss::Never;
    L.Path.push_back(ending({}, Event.From));
  } else {
    bool Replaces = Event.How == LifeDomain::Replaced;
    L.What = Replaces ? Loss::Overwritten : Loss::ThrownAway;
    L.Path.push_back({Replaces ? LossStep::Replaced : LossStep::Emptied,
                      Event.At, Event.At == Event.Maker});
  }
  return L;
}

/// Whether \p Made is one of several lazy tasks that are collected and taken
/// where they are needed: that some of them or all are not is no loss.
static bool isSpareOfMany(const Work &Made, bool EverTaken, bool AmongOthers) {
  return AmongOthers && EverTaken && Made.Lazy;
}

void LifeFinder::addKept(const Recorder &Seen) {
  const LifeState *AtExit = Flow->at(Graph->cfg().getExit());
  for (const auto &[Maker, In] : Seen.Kept) {
    bool EverTaken = Seen.Taken.contains(Maker);
    std::optional<Loss> Found;
    for (bool OutOfScope : {false, true})
      for (const Lost &Event : Seen.Losses)
        if (!Found && Event.Maker == Maker &&
            (Event.How == LifeDomain::OutOfScope) == OutOfScope)
          Found = byEvent(Event, EverTaken);
    if (!Found && AtExit && AtExit->holds(Maker))
      Found = onSomePath(*Maker, In);
    if (!Found ||
        isSpareOfMany(Found->Made, EverTaken, Seen.AmongOthers.contains(Maker)))
      continue;
    if (!EverTaken && Found->What == Loss::OnSomePath)
      Found->What = Loss::Never;
    if (Found->What == Loss::Never)
      Found->Path.clear(); // it is lost on every one
    if (auto Race = Seen.Raced.find(Maker);
        Found->What == Loss::Never && Race != Seen.Raced.end()) {
      Found->What = Loss::LosesRace;
      Found->Why = Race->second;
    }
    Losses.push_back(std::move(*Found));
  }
}

/// Whether nothing is left of \p Mention's task after it.
static bool isGoneAfter(const Use &First, const TaskType &Type) {
  if (Type.Shared)
    return false;
  return First.AsRValue || (First.What == Use::Awaited && Type.AwaitedOnce);
}

/// What is awaited where a place is mentioned: `t`, or `std::move(t)`.
const Expr *LifeFinder::operandOf(const Expr &Mention) const {
  const auto *Await = dyn_cast<CoawaitExpr>(Uses.of(Mention)->By);
  return Await ? Await->getOperand() : &Mention;
}

void LifeFinder::addAgain(const Recorder &Seen) {
  llvm::SmallPtrSet<const Expr *, 4> Told;
  for (const AwaitedGone &Event : Seen.Again) {
    const TaskType *Type = typeOf(*Event.Await);
    const Use &First = *Uses.of(*Event.Before);
    if (!Type || !isGoneAfter(First, *Type) || Told.contains(Event.Await))
      continue;
    Sentry Watch;
    Watch.Again = Event;
    Domain->watch(&Watch);
    WitnessSearch<LifeDomain> Search(*Graph, *Domain, *Flow);
    auto StillGone = [&](const LifeState &S) {
      return llvm::any_of(S.Lives, [&](const auto &Entry) {
        return llvm::is_contained(Entry.second.Gone, Event.Before);
      });
    };
    std::optional<Witness> Way = Search.find(
        *Event.Before, [&] { return Watch.happened(); }, StillGone,
        /*AtExit=*/false);
    Domain->watch(nullptr);
    if (!Way)
      continue;
    Told.insert(Event.Await);
    Loss L;
    bool WasAwaited = First.What == Use::Awaited;
    L.What = WasAwaited ? Loss::AwaitedAgain : Loss::AwaitedGone;
    L.Made.Site.E = Event.Await;
    const Expr &Operand = *operandOf(*Event.Await);
    L.Made.Site.Loc = Operand.getBeginLoc();
    L.Made.Site.Range = Operand.getSourceRange();
    L.KeptIn = Place::of(Event.Await);
    L.Path.push_back({WasAwaited ? LossStep::Awaited : LossStep::MovedAway,
                      WasAwaited ? operandOf(*Event.Before) : Event.Before,
                      Event.Before == Event.Await});
    Losses.push_back(std::move(L));
  }
}

/// Tasks that are taken by value, given a name, and then forgotten.
void LifeFinder::addParameters() {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  bool IsEmpty = Body.child_begin() == Body.child_end();
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F);
  if ((IsEmpty && !Constructor) || (Method && Method->isVirtual()))
    return;
  auto IsNamed = [&](const ParmVarDecl &Parameter) {
    return mentions(Body, Parameter) ||
           (Constructor &&
            llvm::any_of(Constructor->inits(), [&](const auto *Init) {
              return mentions(*Init->getInit(), Parameter);
            }));
  };
  for (const ParmVarDecl *Parameter : F.parameters()) {
    const TaskType *Type = Parameter->getType()->isReferenceType()
                               ? nullptr
                               : M.taskTypes().find(Parameter->getType());
    if (!Type || !Type->Lazy || !Parameter->getIdentifier() ||
        IsNamed(*Parameter) || Parameter->hasAttr<UnusedAttr>())
      continue;
    Loss L;
    L.What = Loss::Never;
    L.KeptIn = {Parameter};
    L.Made.Lazy = true;
    L.Made.OnDrop = Type->OnDrop;
    L.Made.Site.Loc = Parameter->getLocation();
    L.Made.Site.Range = Parameter->getLocation();
    Losses.push_back(std::move(L));
  }
}

/// What \p L rests on, where nothing else is known to take it. What is kept may
/// have been moved through any place.
void LifeFinder::addUnseen(Loss &L) const {
  if (L.What == Loss::Dropped) {
    if (L.Why.IsUnseen)
      L.Unseen.push_back(L.Why);
    return;
  }
  for (const Expr *E : Uses.all())
    if (const Use &U = *Uses.of(*E); U.IsUnseen && Place::of(E))
      L.Unseen.push_back(U);
}

bool isSame(const Loss &A, const Loss &B) {
  return A.What == B.What && A.Made.Site.E == B.Made.Site.E &&
         A.Made.Site.Loc == B.Made.Site.Loc && A.KeptIn == B.KeptIn;
}

} // namespace

TaskLives::TaskLives(const FunctionDecl &F, const Model &M) {
  const FunctionDecl *Shown = definitionOf(F);
  if (!Shown || Shown->isDependentContext())
    return;
  const Stmt *Body = Shown->getBody();
  if (const auto *Coroutine = dyn_cast<CoroutineBodyStmt>(Body))
    Body = Coroutine->getBody();
  LifeFinder Finder(*Shown, M, *Body, /*Doubts=*/false);
  Losses = Finder.run();
  if (!Finder.isDoubtful())
    return;
  LifeFinder Doubting(*Shown, M, *Body, /*Doubts=*/true);
  for (Loss &L : Doubting.run()) {
    if (llvm::any_of(Losses, [&](const Loss &O) { return isSame(L, O); }))
      continue;
    Doubting.addUnseen(L);
    if (!L.Unseen.empty())
      Doubtful.push_back(std::move(L));
  }
}

} // namespace asynctidy
