// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "LinkedPlaces.h"
#include "TraversalScope.h"
#include "flow/TaskLives.h"
#include "model/Model.h"
#include "program/Facts.h"
#include "program/Index.h"
#include "summary/AsyncContexts.h"
#include "summary/Awaiters.h"
#include "summary/BorrowedTasks.h"
#include "summary/CaughtSignals.h"
#include "summary/ErrorEscape.h"
#include "summary/Recorder.h"
#include "summary/Summary.h"
#include "summary/SwallowedCodes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

Analysis::Analysis(ASTContext &AST, const Preprocessor &PP, const Settings &S)
    : Index(S.Index),
      TheModel(std::make_unique<Model>(AST, PP, *S.Rules, S.Project)),
      TheSummaries(std::make_unique<Summaries>(*TheModel)) {}

Analysis::~Analysis() = default;

const AsyncContexts &Analysis::contexts() {
  if (!TheContexts)
    TheContexts = std::make_unique<AsyncContexts>(*TheSummaries);
  return *TheContexts;
}

ErrorEscape &Analysis::errors() {
  if (!Errors)
    Errors = std::make_unique<ErrorEscape>(*TheModel);
  return *Errors;
}

const TaskLives &Analysis::taskLives(const FunctionDecl &F) {
  std::unique_ptr<TaskLives> &Slot = Lives[&F];
  if (!Slot)
    Slot = std::make_unique<TaskLives>(F, *TheModel);
  return *Slot;
}

llvm::ArrayRef<BorrowedTask> Analysis::borrowedTasks(const FunctionDecl &F) {
  if (!Arguments)
    Arguments = std::make_unique<KeptArguments>(*TheModel);
  auto [Known, IsNew] = Borrowed.try_emplace(&F);
  if (IsNew)
    Known->second = borrowedTasksOf(F, *TheModel, *Arguments);
  return Known->second;
}

const Awaiters &Analysis::awaiters() {
  if (!TheAwaiters)
    TheAwaiters = std::make_unique<Awaiters>(*TheModel);
  return *TheAwaiters;
}

StopArrivals &Analysis::stops() {
  if (!Stops)
    Stops = std::make_unique<StopArrivals>(*TheModel);
  return *Stops;
}

llvm::ArrayRef<CaughtSignal> Analysis::caughtSignals(const FunctionDecl &F) {
  auto [Known, IsNew] = Caught.try_emplace(&F);
  if (IsNew)
    Known->second = caughtSignalsOf(F, *TheModel, stops());
  return Known->second;
}

llvm::ArrayRef<SwallowedCode> Analysis::swallowedCodes(const FunctionDecl &F) {
  auto [Known, IsNew] = Swallowed.try_emplace(&F);
  if (IsNew)
    Known->second = swallowedCodesOf(F, *TheModel, stops());
  return Known->second;
}

Step inFile(Step S, const SourceManager &SM) {
  S.Loc = SM.getExpansionLoc(S.Loc);
  S.Range = S.Range.isValid() ? SM.getExpansionRange(S.Range).getAsRange()
                              : SourceRange(S.Loc);
  return S;
}

const Recording &Analysis::recording() {
  if (TheRecording)
    return *TheRecording;
  Claims Said(*TheModel, errors(), stops());
  TheRecording = std::make_unique<Recording>(
      record(*TheSummaries, contexts(), Said, symbols()));
  return *TheRecording;
}

Recording Analysis::takeRecording() {
  recording();
  Places.reset();
  TheFacts.reset();
  TheProgram.reset();
  Recording Taken = std::move(*TheRecording);
  TheRecording.reset();
  return Taken;
}

Symbols &Analysis::symbols() {
  if (!TheSymbols)
    TheSymbols =
        std::make_unique<Symbols>(TheModel->ast(), unitName(*TheModel),
                                  TheModel->project().isForeignMainFile());
  return *TheSymbols;
}

const program::Linked &Analysis::program() {
  if (!TheProgram) {
    const program::Unit *Own = &recording().Unit;
    std::vector<const program::Unit *> Units = {Own};
    if (Index && isMainFileOnly(TheModel->ast()))
      Index = Index->withHeadersOf(Own->text(Own->MainFile));
    if (Index)
      Index->addOthers(Own, Units);
    TheProgram = std::make_unique<program::Linked>(Units);
  }
  return *TheProgram;
}

void Analysis::runOnFunctions(const Check &C, std::vector<Finding> &Findings) {
  for (const FunctionDecl *F : TheModel->functions().functions()) {
    size_t Before = Findings.size();
    C.check(*F, *this, Findings);
    for (size_t I = Before; I < Findings.size(); ++I)
      Findings[I].In = F;
  }
}

const LinkedPlaces &Analysis::places() {
  if (!Places)
    Places =
        std::make_unique<LinkedPlaces>(recording(), TheModel->project().root(),
                                       TheModel->ast().getSourceManager());
  return *Places;
}

void Analysis::runOnProgram(const Check &C, std::vector<Finding> &Findings) {
  const Recording &Own = recording();
  std::vector<program::LinkedFinding> Found;
  C.check(&Own.Unit, program(), Found);
  for (const program::LinkedFinding &F : Found)
    Findings.push_back(places().resolve(F));
}

/// In the order of the text, with all that is said about one place.
std::vector<Finding> Analysis::allFindings(const Check &C) {
  std::vector<Finding> Findings;
  if (C.isLinked())
    runOnProgram(C, Findings);
  else
    runOnFunctions(C, Findings);
  const SourceManager &SM = TheModel->ast().getSourceManager();
  for (Finding &F : Findings) {
    F.Main = inFile(F.Main, SM);
    for (auto *Steps : {&F.Path, &F.Notes})
      for (Step &S : *Steps)
        S = inFile(S, SM);
  }
  llvm::stable_sort(Findings, [&](const Finding &A, const Finding &B) {
    return SM.isBeforeInTranslationUnit(A.Main.Loc, B.Main.Loc);
  });
  return Findings;
}

std::vector<program::Need> Analysis::needsOf(const Finding &F) {
  std::vector<program::Need> Needs;
  for (const Assumption &A : F.Assumptions)
    Needs.push_back({{symbols().of(routineOf(*A.Of)), A.What, A.Parameter},
                     A.Expected,
                     A.IfUnknown});
  return Needs;
}

/// Adds why what \p F takes for granted is so. This file alone says nothing
/// about bodies that are not in it.
bool Analysis::stands(Finding &F) {
  if (F.Assumptions.empty())
    return true;
  if (!Index)
    return llvm::all_of(F.Assumptions,
                        [](const Assumption &A) { return A.IfUnknown; });
  if (!TheFacts)
    TheFacts = std::make_unique<program::Facts>(program().Whole);
  const Recording &Own = recording();
  std::vector<program::Need> Needs = needsOf(F);
  if (!TheFacts->stands(Own.Unit, Needs))
    return false;
  for (const program::LinkedStep &S : TheFacts->why(Own.Unit, Needs))
    F.Path.push_back(places().resolve(S));
  return true;
}

std::vector<Finding> Analysis::run(const Check &C) {
  std::vector<Finding> Findings;
  // Instantiations of one template find the same thing at the same place.
  for (Finding &F : allFindings(C)) {
    bool IsThere = !Findings.empty() && Findings.back().Main.Loc == F.Main.Loc;
    if (IsThere || !stands(F))
      continue;
    F.Assumptions.clear();
    Findings.push_back(std::move(F));
  }
  return Findings;
}

std::vector<Finding> Analysis::runOpen(const Check &C) {
  std::vector<Finding> Findings;
  for (Finding &F : allFindings(C)) {
    bool IsNeeded = true;
    for (const Finding &Before : llvm::reverse(Findings)) {
      if (Before.Main.Loc != F.Main.Loc)
        break;
      IsNeeded &=
          !Before.Assumptions.empty() && Before.Assumptions != F.Assumptions;
    }
    if (IsNeeded)
      Findings.push_back(std::move(F));
  }
  return Findings;
}

bool maySkipBody(const Decl &D, const Project &P) {
  return !P.contains(D.getLocation());
}

} // namespace asynctidy
