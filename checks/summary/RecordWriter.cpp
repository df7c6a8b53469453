// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "RecordWriter.h"
#include "Deadlocks.h"
#include "ResolvePlace.h"
#include "model/ArgumentFacts.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "model/OpenConditions.h"
#include "model/Owners.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace clang;

namespace asynctidy {

RecordWriter::RecordWriter(Model &M, const AsyncContexts &Contexts,
                           Symbols &Names)
    : Out(M.project().root()), Names(Names), M(M),
      SM(M.ast().getSourceManager()), Contexts(Contexts) {}

program::SiteId RecordWriter::site(SourceLocation Loc, SourceRange Range) {
  Step Where = inFile({Loc, Range, ""}, SM);
  Places.push_back(Where);
  return Out.site(
      resolvePlace(Where.Loc, Where.Range, SM, M.ast().getLangOpts()));
}

program::Range RecordWriter::messages(llvm::ArrayRef<Step> Steps) {
  std::vector<program::Message> Messages;
  for (const Step &S : Steps)
    Messages.push_back({site(S.Loc, S.Range), Out.text(S.Message)});
  return Out.add<program::Message>(Out.Result.Messages, Messages);
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

uint32_t RecordWriter::reason(const RuleEntry *Entry) {
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

program::Range RecordWriter::tests(std::vector<program::ParameterTest> Tests) {
  return Out.add<program::ParameterTest>(Out.Result.Tests, Tests);
}

/// None for libraries' functions: their bodies are never evidence.
program::Symbol RecordWriter::ourSymbol(const FunctionDecl &F) {
  const FunctionDecl *Definition = definitionOf(F);
  return M.project().contains((Definition ? *Definition : F).getLocation())
             ? Names.of(routineOf(F))
             : 0;
}

/// What becomes of callables, rules say better than the body they go to.
bool RecordWriter::isRuled(const CallSite &Site, const FunctionDecl *In) {
  for (Role What :
       {Role::Offload, Role::Spawn, Role::RunsOnLoop, Role::Invokes})
    if (M.rules().find(Site, What, In))
      return true;
  return false;
}

program::Range RecordWriter::arguments(const CallSite &Site, RecordedBody &In) {
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

/// Modes that are set where a thing is made and relied on where it is used, for
/// each class that may hold the thing.
program::Range RecordWriter::modes(const BlockingSite &Leaf,
                                   const FunctionDecl *In) {
  std::vector<program::ModeAsked> Asked;
  for (const Condition &C : Leaf.Entry->Unless)
    if (C.What == Condition::Evidence)
      for (const CXXRecordDecl *Owner : ownersOf(Leaf.Site, In, M.project()))
        for (const std::string &Evidence : C.Values)
          Asked.push_back({{Names.of(*Owner), Out.text(Evidence)},
                           hasMethodsElsewhere(*Owner)});
  return Out.add<program::ModeAsked>(Out.Result.ModesAsked, Asked);
}

void RecordWriter::addModes(const CXXMethodDecl &Method) {
  program::Mode Of{Names.of(*Method.getParent()), 0};
  std::set<llvm::StringRef> Shown;
  for (const RuleEntry *Entry : M.rules().evidenceOf(Method))
    if (Entry->Scope == "file")
      Shown.insert(Entry->Name);
  if (!Method.isInlined())
    Shown.insert("");
  for (llvm::StringRef Evidence : Shown) {
    Of.Evidence = Out.text(Evidence);
    if (Modes.insert({Of.Class, Of.Evidence}).second)
      Out.Result.Modes.push_back(Of);
  }
}

program::Block RecordWriter::block(const BlockingSite &Leaf, RecordedBody &In) {
  program::Block B;
  B.At = site(Leaf.Site.Loc, Leaf.Site.Range);
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
  if (Leaf.Entry)
    B.UnlessIn = modes(Leaf, F);
  return B;
}

program::Call RecordWriter::call(const CallEdge &Edge, RecordedBody &In,
                                 program::Call::Kind What) {
  program::Call C;
  C.At = site(Edge.Site.Loc, Edge.Site.Range);
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
      Slots.insert(Variable);
      C.Callee = Names.of(*Variable);
    }
    return C;
  }
  C.Name = Out.text(Edge.Site.messageName());
  C.Callee = Names.of(Edge.Site.Callee);
  return C;
}

/// A callable of the project, or what another variable holds.
program::Call RecordWriter::call(const StoredCallables::Store &Store) {
  const Expr &At = *Store.At;
  const auto *Lambda = dyn_cast<LambdaExpr>(At.IgnoreImplicit());
  program::Call C;
  C.At = site(At.getBeginLoc(),
              Lambda ? Lambda->getIntroducerRange() : At.getSourceRange());
  if (Store.Held) {
    Slots.insert(Store.Held);
    C.Name = Out.text(Store.Held->getName());
    C.Callee = Names.of(*Store.Held);
    return C;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(Store.Callable);
  if (Method && Method->isVirtual())
    C.What = program::Call::Virtual;
  C.Name = Out.text(messageName(*Store.Callable));
  C.Callee = Names.of(routineOf(*Store.Callable));
  return C;
}

program::Range RecordWriter::keeps(llvm::ArrayRef<StoredCallables::Kept> Kept) {
  std::vector<program::Keep> Keeps;
  for (const StoredCallables::Kept &K : Kept)
    Keeps.push_back({K.Parameter->getFunctionScopeIndex(), Names.of(*K.Into)});
  return Out.add<program::Keep>(Out.Result.Keeps, Keeps);
}

/// A variable that holds callables is a function that calls what it holds.
void RecordWriter::addSlots(const StoredCallables &Stored) {
  llvm::DenseMap<const ValueDecl *, program::Range> CallsOf;
  for (const auto &[Variable, Stores] : Stored.stores()) {
    std::vector<program::Call> Calls;
    for (const StoredCallables::Store &Store : Stores)
      Calls.push_back(call(Store));
    CallsOf[Variable] = Out.add<program::Call>(Out.Result.Calls, Calls);
    Slots.insert(Variable);
  }
  for (const ValueDecl *Variable : Slots) {
    program::Function F;
    F.What = program::Function::Slot;
    F.Name = F.Pattern = Names.of(*Variable);
    F.Shown = Out.text(Variable->getName());
    F.Calls = CallsOf.lookup(Variable);
    Out.Result.Functions.push_back(F);
  }
}

program::Symbol RecordWriter::patternOf(const FunctionDecl &F) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  if (!Pattern && !F.isTemplated())
    return Names.of(routineOf(F));
  const FunctionDecl &Written = Pattern ? *Pattern : F;
  SourcePlace Where = resolvePlace(Written.getLocation(), SourceRange(), SM,
                                   M.ast().getLangOpts());
  return Names.ofPattern(Written, Out.relative(Where.File), Where.Offset);
}

} // namespace asynctidy
