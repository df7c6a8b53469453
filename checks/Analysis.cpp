// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "LinkedPlaces.h"
#include "flow/TaskLives.h"
#include "model/Model.h"
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
  if (!TheRecording)
    TheRecording =
        std::make_unique<Recording>(record(*TheSummaries, contexts()));
  return *TheRecording;
}

Recording Analysis::takeRecording() {
  recording();
  Recording Taken = std::move(*TheRecording);
  TheRecording.reset();
  return Taken;
}

void Analysis::runOnFunctions(const Check &C, std::vector<Finding> &Findings) {
  for (const FunctionDecl *F : TheModel->functions().functions())
    C.check(*F, *this, Findings);
}

void Analysis::runOnProgram(const Check &C, std::vector<Finding> &Findings) {
  const Recording &Own = recording();
  std::vector<const program::Unit *> Units = {&Own.Unit};
  if (Index)
    Index->addOthers(&Own.Unit, Units);
  program::Linked Program(Units);
  std::vector<program::LinkedFinding> Found;
  C.check(Units.front(), Program, Found);
  LinkedPlaces Places(Own, TheModel->project().root(),
                      TheModel->ast().getSourceManager());
  for (const program::LinkedFinding &F : Found)
    Findings.push_back(Places.resolve(F));
}

std::vector<Finding> Analysis::run(const Check &C) {
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
  // Instantiations of one template find the same thing at the same place.
  auto SamePlace = [](const Finding &A, const Finding &B) {
    return A.Main.Loc == B.Main.Loc;
  };
  Findings.erase(std::unique(Findings.begin(), Findings.end(), SamePlace),
                 Findings.end());
  return Findings;
}

bool maySkipBody(const Decl &D, const Project &P) {
  return !P.contains(D.getLocation());
}

} // namespace asynctidy
