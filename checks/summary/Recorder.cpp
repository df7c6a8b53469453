// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Recorder.h"
#include "RecordWriter.h"
#include "ResolvePlace.h"
#include "model/Annotations.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

class Recorder {
public:
  Recorder(Summaries &S, const AsyncContexts &Contexts, Claims &Said,
           Symbols &Names)
      : S(S), M(S.model()), Contexts(Contexts), Said(Said), Stored(M),
        Program(Names.ofProgram()), Writer(M, Contexts, Names),
        Out(Writer.Out) {}

  Recording run();

private:
  void collectRoutines();
  void collectTelling();
  bool tells(Routine R);
  void add(Routine R);
  program::Function describe(Routine R);
  void addBody(Routine R, program::Function &F);
  void addCalls(llvm::ArrayRef<CallEdge> Edges, RecordedBody &In,
                bool Elsewhere, const Summary &Of,
                std::vector<program::Call> &Calls);
  void addAnnotated(const FunctionDecl &Function, program::Function &F);
  void addOverrides(const FunctionDecl &Method, program::Function &F);
  void addClaims(const FunctionDecl &Function, program::Function &F);
  void addUses();
  bool leadsOn(const CallEdge &Edge);

  Summaries &S;
  Model &M;
  const AsyncContexts &Contexts;
  Claims &Said;
  const StoredCallables Stored;
  const program::ProgramId Program;
  RecordWriter Writer;
  program::UnitBuilder &Out;
  std::vector<Routine> Routines; ///< all, each once
  llvm::DenseSet<Routine> Known;
  llvm::DenseSet<Routine> Telling; ///< what others have to know of
};

} // namespace

std::string unitName(const Model &M) {
  const SourceManager &SM = M.ast().getSourceManager();
  OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
  if (!Main)
    return "";
  return program::UnitBuilder(M.project().root())
      .relative(absolutePath(Main->getName(), SM.getFileManager()));
}

/// The project's functions and, with them, the construction and destruction of
/// classes that nobody wrote.
void Recorder::collectRoutines() {
  auto Add = [&](Routine R) {
    if (Known.insert(R).second)
      Routines.push_back(R);
  };
  for (const FunctionDecl *F : M.functions().functions())
    Add(wholeRoutineOf(*F));
  for (size_t I = 0; I < Routines.size(); ++I) {
    const Summary &Of = S.of(Routines[I]);
    for (const auto *Edges : {&Of.Calls, &Of.CallsElsewhere})
      for (const CallEdge &Edge : *Edges)
        for (Routine Callee : Edge.Callees)
          Add(Callee);
  }
}

/// Whether \p Edge may lead out of the file.
static bool isOpen(const CallEdge &Edge) {
  return Edge.Callees.empty() || Edge.IsVirtual;
}

/// Whether \p R says something that does not come from what it calls.
bool Recorder::tells(Routine R) {
  const Summary &Of = S.of(R);
  const auto *F = dyn_cast<FunctionDecl>(R.getPointer());
  return !Of.Blocking.empty() || llvm::any_of(Of.Calls, isOpen) ||
         llvm::any_of(Of.CallsElsewhere, isOpen) ||
         (F && !Stored.keptBy(*F).empty());
}

/// Finds what blocks, leads out of the file or keeps callables, and what calls
/// such.
void Recorder::collectTelling() {
  llvm::DenseMap<Routine, llvm::SmallVector<Routine, 4>> Callers;
  std::vector<Routine> Pending;
  auto Add = [&](Routine R) {
    if (Telling.insert(R).second)
      Pending.push_back(R);
  };
  for (Routine R : Routines) {
    const Summary &Of = S.of(R);
    if (tells(R))
      Add(R);
    for (const CallEdge &Edge : Of.Calls)
      for (Routine Callee : Edge.Callees)
        Callers[Callee].push_back(R);
  }
  while (!Pending.empty()) {
    Routine R = Pending.back();
    Pending.pop_back();
    auto Calling = Callers.find(R);
    if (Calling != Callers.end())
      for (Routine Caller : Calling->second)
        Add(Caller);
  }
}

/// Whether somebody else's knowledge may make \p Edge block.
bool Recorder::leadsOn(const CallEdge &Edge) {
  if (isOpen(Edge))
    return true;
  return llvm::any_of(Edge.Callees, [&](Routine R) {
    const auto *F = dyn_cast<FunctionDecl>(R.getPointer());
    return Telling.contains(R) && !(F && AsyncContexts::isOwnContext(*F, M));
  });
}

void Recorder::addCalls(llvm::ArrayRef<CallEdge> Edges, RecordedBody &In,
                        bool Elsewhere, const Summary &Of,
                        std::vector<program::Call> &Calls) {
  llvm::SmallPtrSet<const Expr *, 4> HandedOver;
  for (const HandOver &Given : Of.HandOvers)
    for (const Expr *Arg : Given.Site.Args)
      HandedOver.insert(valueOrigin(Arg));
  for (const CallEdge &Edge : Edges) {
    // A parameter of an enclosing function is nothing that this one is given.
    const auto *Parameter = llvm::dyn_cast_or_null<ParmVarDecl>(Edge.Through);
    if (!leadsOn(Edge) ||
        (Parameter && Parameter->getDeclContext() != In.function()))
      continue;
    bool IsGiven = Edge.Site.E && HandedOver.contains(valueSource(Edge.Site.E));
    Calls.push_back(Writer.call(Edge, In,
                                Elsewhere ? program::Call::Elsewhere
                                : IsGiven ? program::Call::HandedOver
                                          : program::Call::Plain));
  }
}

void Recorder::addBody(Routine R, program::Function &F) {
  const FunctionDecl *Written = writtenFunction(R);
  RecordedBody In(Written ? definitionOf(*Written) : nullptr, M);
  const Summary &Of = S.of(R);
  std::vector<program::Block> Blocks;
  for (const BlockingSite &Leaf : Of.Blocking)
    Blocks.push_back(Writer.block(Leaf, In));
  std::vector<program::Call> Calls;
  addCalls(Of.Calls, In, /*Elsewhere=*/false, Of, Calls);
  addCalls(Of.CallsElsewhere, In, /*Elsewhere=*/true, Of, Calls);
  F.Blocks = Out.add<program::Block>(Out.Result.Blocks, Blocks);
  F.Calls = Out.add<program::Call>(Out.Result.Calls, Calls);
  if (Written)
    F.Keeps = Writer.keeps(Stored.keptBy(*Written));
}

void Recorder::addOverrides(const FunctionDecl &Function,
                            program::Function &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method)
    return;
  std::vector<program::Symbol> Bases;
  for (const CXXMethodDecl *Base : Method->overridden_methods())
    Bases.push_back(Writer.Names.of(wholeRoutineOf(*Base)));
  F.Overrides = Out.add<program::Symbol>(Out.Result.Overrides, Bases);
}

void Recorder::addClaims(const FunctionDecl &Function, program::Function &F) {
  std::vector<program::Claim> Made;
  for (const BodyClaim &Claim : Said.of(Function)) {
    std::vector<program::Ground> AnyOf;
    for (const BodyClaim::Ground &G : Claim.AnyOf)
      AnyOf.push_back({{Writer.Names.of(routineOf(*G.Of)), Claim.What, 0},
                       Writer.messages(G.Why)});
    Made.push_back({Claim.What, Claim.Parameter, Claim.Holds,
                    Writer.messages(Claim.Why),
                    Out.add<program::Ground>(Out.Result.Grounds, AnyOf)});
  }
  F.Claims = Out.add<program::Claim>(Out.Result.Claims, Made);
}

/// Who calls \p Function and does not see that it is annotated as blocking
/// finds it to do nothing else.
void Recorder::addAnnotated(const FunctionDecl &Function,
                            program::Function &F) {
  CallSite Itself;
  Itself.Callee = routineOf(Function);
  Itself.Loc = Function.getLocation();
  Itself.Range = Itself.Loc;
  RecordedBody Nobody(nullptr, M);
  BlockingSite Leaf{Itself, nullptr, Confidence::Certain};
  F.Shown = Out.text(messageName(Itself.Callee));
  F.Blocks =
      Out.add<program::Block>(Out.Result.Blocks, Writer.block(Leaf, Nobody));
}

program::Function Recorder::describe(Routine R) {
  program::Function F;
  F.Name = F.Pattern = Writer.Names.of(R);
  const FunctionDecl *Declared = writtenFunction(R);
  if (!Declared)
    return F;
  const FunctionDecl *Definition = definitionOf(*Declared);
  const FunctionDecl &Function = Definition ? *Definition : *Declared;
  F.Pattern = Writer.patternOf(Function);
  addOverrides(Function, F);
  switch (annotationOf(Function)) {
  case Annotation::NonBlocking:
  case Annotation::Offload:
    F.What = program::Function::Closed;
    return F;
  case Annotation::Blocking:
    addAnnotated(Function, F);
    return F;
  case Annotation::OnLoop:
    F.What = program::Function::OnLoop;
    return F;
  case Annotation::None:
    break;
  }
  if (!AsyncContexts::isOwnContext(Function, M))
    return F;
  F.What = program::Function::Coroutine;
  if (const RuleEntry *Task =
          M.rules().findType(Function.getReturnType(), Role::Task))
    F.Library = Out.text(Task->Pack->Library);
  return F;
}

void Recorder::add(Routine R) {
  const FunctionDecl *Declared = writtenFunction(R);
  bool IsVisible = cast<NamedDecl>(R.getPointer())->isExternallyVisible();
  bool Overrides = Declared && isa<CXXMethodDecl>(Declared) &&
                   cast<CXXMethodDecl>(Declared)->size_overridden_methods() > 0;
  bool Tells = Telling.contains(R);
  if (!Tells && !IsVisible && !Overrides)
    return;
  program::Function F = describe(R);
  bool IsAnnotated = Declared && annotationOf(*Declared) != Annotation::None;
  if (Tells && (!IsAnnotated || F.What == program::Function::OnLoop)) {
    F.Shown = Out.text(messageName(R));
    if (Declared)
      F.Within = Out.text(enclosingName(*Declared));
    addBody(R, F);
  }
  if (Declared && IsVisible)
    addClaims(*Declared, F);
  F.Program = Program;
  Out.Result.Functions.push_back(F);
}

void Recorder::addUses() {
  Contexts.forEachUse([&](const FunctionDecl &F, AsyncContexts::Use U) {
    Out.Result.Uses.push_back({Writer.patternOf(F),
                               U.Caller ? Writer.patternOf(*U.Caller) : 0,
                               U.Offloaded});
  });
  Contexts.forEachCallback([&](const FunctionDecl &F, const RuleEntry &Entry) {
    Out.Result.Callbacks.push_back(
        {Writer.patternOf(F), Out.text(Entry.Pack->Library)});
  });
}

Recording Recorder::run() {
  Out.Result.MainFile = Out.text(unitName(M));
  collectRoutines();
  collectTelling();
  for (Routine R : Routines)
    add(R);
  Writer.addSlots(Stored);
  addUses();
  for (const FunctionDecl *F : M.functions().functions())
    if (const auto *Method = dyn_cast<CXXMethodDecl>(F))
      Writer.addModes(*Method);
  return {Out.finish(), std::move(Writer.Places)};
}

Recording record(Summaries &S, const AsyncContexts &Contexts, Claims &Said,
                 Symbols &Names) {
  return Recorder(S, Contexts, Said, Names).run();
}

} // namespace asynctidy
