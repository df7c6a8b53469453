// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Recorder.h"
#include "Deadlocks.h"
#include "ResolvePlace.h"
#include "Symbols.h"
#include "flow/ParameterTests.h"
#include "model/Annotations.h"
#include "model/ArgumentFacts.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "model/OpenConditions.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

/// A function's body and what decides, in it, about its parameters.
class RecordedBody {
public:
  /// \p F is null for what nobody wrote.
  RecordedBody(const FunctionDecl *F, Model &M) : F(F), M(M), Given(F) {}

  const FunctionDecl *function() const { return F; }
  const Parameters &parameters() const { return Given; }

  /// The tests any of which means that \p Site is not reached.
  std::vector<program::ParameterTest> excluding(const CallSite &Site) {
    if (!F || !Site.Anchor || !ParameterTests::mayHelp(*F))
      return {};
    if (!Tests)
      Tests.emplace(*F, M);
    return Tests->excluding(Site.Anchor);
  }

private:
  const FunctionDecl *F;
  Model &M;
  Parameters Given;
  std::optional<ParameterTests> Tests;
};

class Recorder {
public:
  Recorder(Summaries &S, const AsyncContexts &Contexts)
      : S(S), M(S.model()), SM(M.ast().getSourceManager()), Contexts(Contexts),
        Out(M.project().root()),
        Names(M.ast(), unitName(M), M.project().isForeignMainFile()) {}

  Recording run();

private:
  void collectRoutines();
  void collectTelling();
  bool tells(Routine R);
  void add(Routine R);
  program::Function describe(Routine R);
  void addBody(Routine R, program::Function &F);
  program::Block block(const BlockingSite &Leaf, RecordedBody &In);
  program::Call call(const CallEdge &Edge, RecordedBody &In,
                     program::Call::Kind What);
  void addCalls(llvm::ArrayRef<CallEdge> Edges, RecordedBody &In,
                bool Elsewhere, const Summary &Of,
                std::vector<program::Call> &Calls);
  program::Range tests(std::vector<program::ParameterTest> Tests);
  program::Symbol ourSymbol(const FunctionDecl &F);
  bool isRuled(const CallSite &Site, const FunctionDecl *In);
  program::Range arguments(const CallSite &Site, RecordedBody &In);
  void addAnnotated(const FunctionDecl &Function, program::Function &F);
  void addOverrides(const FunctionDecl &Method, program::Function &F);
  void addSlot(const ValueDecl &Variable);
  void addUses();
  bool leadsOn(const CallEdge &Edge);
  uint32_t reason(const RuleEntry *Entry);
  program::SiteId site(const CallSite &Site);
  program::Symbol patternOf(const FunctionDecl &F);

  Summaries &S;
  Model &M;
  const SourceManager &SM;
  const AsyncContexts &Contexts;
  program::UnitBuilder Out;
  Symbols Names;
  std::vector<Step> Places;
  std::vector<Routine> Routines; ///< all, each once
  llvm::DenseSet<Routine> Known;
  llvm::DenseSet<Routine> Telling; ///< what others have to know of
  llvm::DenseMap<const RuleEntry *, uint32_t> Reasons;
  llvm::DenseSet<const ValueDecl *> Slots;
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
  for (const FunctionDecl *F : M.functions().functions()) {
    const auto *Destructor = dyn_cast<CXXDestructorDecl>(F);
    Add(Destructor ? destructionOf(*Destructor->getParent()) : routineOf(*F));
  }
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

/// Finds what blocks or leads out of the file, and what calls such.
void Recorder::collectTelling() {
  llvm::DenseMap<Routine, llvm::SmallVector<Routine, 4>> Callers;
  std::vector<Routine> Pending;
  auto Add = [&](Routine R) {
    if (Telling.insert(R).second)
      Pending.push_back(R);
  };
  for (Routine R : Routines) {
    const Summary &Of = S.of(R);
    if (!Of.Blocking.empty() || llvm::any_of(Of.Calls, isOpen) ||
        llvm::any_of(Of.CallsElsewhere, isOpen))
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

program::SiteId Recorder::site(const CallSite &Site) {
  Step Where = inFile({Site.Loc, Site.Range, ""}, SM);
  Places.push_back(Where);
  return Out.site(
      resolvePlace(Where.Loc, Where.Range, SM, M.ast().getLangOpts()));
}

static program::Verb verb(const CallSite &Site) {
  switch (Site.What) {
  case CallSite::Construct:
    return program::Verb::Construct;
  case CallSite::Destroy:
    return program::Verb::Destroy;
  case CallSite::Call:
    break;
  }
  return program::Verb::Call;
}

static program::Level level(Confidence C) {
  switch (C) {
  case Confidence::Contextual:
    return program::Level::Contextual;
  case Confidence::Likely:
    return program::Level::Likely;
  case Confidence::Certain:
    break;
  }
  return program::Level::Certain;
}

uint32_t Recorder::reason(const RuleEntry *Entry) {
  auto [Slot, IsNew] = Reasons.try_emplace(Entry, Out.Result.Reasons.size());
  if (!IsNew)
    return Slot->second;
  program::Reason &Why = Out.Result.Reasons.emplace_back();
  Why.Because = Out.text(Entry ? Entry->Because : "is annotated as blocking");
  if (!Entry)
    return Slot->second;
  Why.Category = Out.text(Entry->Category);
  for (const auto &[Library, Text] : M.rules().catalogue().remedies(*Entry))
    Why.Instead.emplace_back(Out.text(Library), Out.text(Text));
  return Slot->second;
}

program::Range Recorder::tests(std::vector<program::ParameterTest> Tests) {
  return Out.add<program::ParameterTest>(Out.Result.Tests, Tests);
}

/// None for libraries' functions: their bodies are never evidence.
program::Symbol Recorder::ourSymbol(const FunctionDecl &F) {
  const FunctionDecl *Definition = definitionOf(F);
  return M.project().contains((Definition ? *Definition : F).getLocation())
             ? Names.of(routineOf(F))
             : 0;
}

/// What becomes of callables, rules say better than the body they go to.
bool Recorder::isRuled(const CallSite &Site, const FunctionDecl *In) {
  for (Role What :
       {Role::Offload, Role::Spawn, Role::RunsOnLoop, Role::Invokes})
    if (M.rules().find(Site, What, In))
      return true;
  return false;
}

program::Range Recorder::arguments(const CallSite &Site, RecordedBody &In) {
  std::vector<program::Argument> Facts =
      argumentFacts(Site, In.parameters(), M.rules(), M.ast(),
                    [&](const FunctionDecl &F) { return ourSymbol(F); });
  auto IsCallable = [](const program::Argument &A) {
    return A.What == program::Argument::Callable;
  };
  if (llvm::any_of(Facts, IsCallable) && isRuled(Site, In.function()))
    llvm::erase_if(Facts, IsCallable);
  return Out.add<program::Argument>(Out.Result.Arguments, Facts);
}

program::Block Recorder::block(const BlockingSite &Leaf, RecordedBody &In) {
  program::Block B;
  B.At = site(Leaf.Site);
  B.Name = Out.text(Leaf.Site.messageName());
  B.How = verb(Leaf.Site);
  B.Confidence = level(Leaf.Level);
  B.Why = reason(Leaf.Entry);
  const FunctionDecl *F = In.function();
  B.Deadlocks = F && waitsForItself(Leaf, *F, Contexts, M);
  std::vector<program::ParameterTest> Unless = In.excluding(Leaf.Site);
  if (Leaf.Entry)
    llvm::append_range(Unless, openConditions(*Leaf.Entry, Leaf.Site,
                                              In.parameters(), M.rules()));
  B.Unless = tests(std::move(Unless));
  return B;
}

/// A variable that holds callables is a function that calls what it holds.
void Recorder::addSlot(const ValueDecl &Variable) {
  if (!Slots.insert(&Variable).second)
    return;
  program::Function F;
  F.What = program::Function::Slot;
  F.Name = F.Pattern = Names.of(Variable);
  F.Shown = Out.text(Variable.getName());
  Out.Result.Functions.push_back(F);
}

program::Call Recorder::call(const CallEdge &Edge, RecordedBody &In,
                             program::Call::Kind What) {
  program::Call C;
  C.At = site(Edge.Site);
  C.How = verb(Edge.Site);
  C.What = Edge.IsVirtual && What == program::Call::Plain
               ? program::Call::Virtual
               : What;
  C.OnceOnly = Edge.Site.OnceOnly;
  C.Unless = tests(In.excluding(Edge.Site));
  C.Arguments = arguments(Edge.Site, In);
  if (const ValueDecl *Variable = Edge.Through) {
    C.Name = Out.text(Variable->getName());
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Variable)) {
      C.CalledParameter = Parameter->getFunctionScopeIndex();
    } else {
      addSlot(*Variable);
      C.Callee = Names.of(*Variable);
    }
    return C;
  }
  C.Name = Out.text(Edge.Site.messageName());
  C.Callee = Names.of(Edge.Site.Callee);
  return C;
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
    Calls.push_back(call(Edge, In,
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
    Blocks.push_back(block(Leaf, In));
  std::vector<program::Call> Calls;
  addCalls(Of.Calls, In, /*Elsewhere=*/false, Of, Calls);
  addCalls(Of.CallsElsewhere, In, /*Elsewhere=*/true, Of, Calls);
  F.Blocks = Out.add<program::Block>(Out.Result.Blocks, Blocks);
  F.Calls = Out.add<program::Call>(Out.Result.Calls, Calls);
}

void Recorder::addOverrides(const FunctionDecl &Function,
                            program::Function &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method)
    return;
  std::vector<program::Symbol> Bases;
  for (const CXXMethodDecl *Base : Method->overridden_methods())
    Bases.push_back(Names.of(routineOf(*Base)));
  F.Overrides = Out.add<program::Symbol>(Out.Result.Overrides, Bases);
}

program::Symbol Recorder::patternOf(const FunctionDecl &F) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  if (!Pattern && !F.isTemplated())
    return Names.of(routineOf(F));
  const FunctionDecl &Written = Pattern ? *Pattern : F;
  SourcePlace Where = resolvePlace(Written.getLocation(), SourceRange(), SM,
                                   M.ast().getLangOpts());
  return Names.ofPattern(Written, Out.relative(Where.File), Where.Offset);
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
  F.Blocks = Out.add<program::Block>(Out.Result.Blocks, block(Leaf, Nobody));
}

program::Function Recorder::describe(Routine R) {
  program::Function F;
  F.Name = F.Pattern = Names.of(R);
  const FunctionDecl *Declared = writtenFunction(R);
  if (!Declared)
    return F;
  const FunctionDecl *Definition = definitionOf(*Declared);
  const FunctionDecl &Function = Definition ? *Definition : *Declared;
  F.Pattern = patternOf(Function);
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
    addBody(R, F);
  }
  Out.Result.Functions.push_back(F);
}

void Recorder::addUses() {
  Contexts.forEachUse([&](const FunctionDecl &F, AsyncContexts::Use U) {
    Out.Result.Uses.push_back(
        {patternOf(F), U.Caller ? patternOf(*U.Caller) : 0, U.Offloaded});
  });
  Contexts.forEachCallback([&](const FunctionDecl &F, const RuleEntry &Entry) {
    Out.Result.Callbacks.push_back(
        {patternOf(F), Out.text(Entry.Pack->Library)});
  });
}

Recording Recorder::run() {
  Out.Result.MainFile = Out.text(unitName(M));
  collectRoutines();
  collectTelling();
  for (Routine R : Routines)
    add(R);
  addUses();
  return {Out.finish(), std::move(Places)};
}

Recording record(Summaries &S, const AsyncContexts &Contexts) {
  return Recorder(S, Contexts).run();
}

} // namespace asynctidy
