// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Run.h"
#include "Timer.h"
#include "model/Project.h"
#include "program/Index.h"
#include "project/Paths.h"
#include "report/Printable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/raw_ostream.h"
#include <mutex>
#include <set>
#include <tuple>

namespace asynctidy {

using report::Diagnostic;
using report::Place;
using report::Report;

std::string rootOf(const Plan &ThePlan) {
  llvm::ArrayRef<PlannedJob> Jobs = ThePlan.Jobs;
  std::string Root;
  for (const PlannedJob &Planned : Jobs) {
    if (!Planned.TheJob.Problem.empty() && Jobs.size() > 1)
      continue; // a place that does not exist belongs nowhere
    llvm::StringRef Other = Planned.Config->TheSettings->Project.Root;
    if (Root.empty())
      Root = Other.str();
    while (!Root.empty() && Other != Root && Root != "/" &&
           !Other.starts_with(Root + "/"))
      Root = llvm::sys::path::parent_path(Root).str();
  }
  return Root;
}

std::string rootAtHand(const Options &CommandLine) {
  return CommandLine.ProjectRoot.empty()
             ? findProjectRoot(absolutePath("dummy"))
             : absolutePath(CommandLine.ProjectRoot);
}

namespace {

/// `[3/120] file`, where somebody watches.
class Progress {
public:
  Progress(size_t Total, const Options &CommandLine, const Report &Names)
      : Total(Total), Names(Names),
        Shown(!CommandLine.Quiet && Total > 1 &&
              llvm::sys::Process::StandardErrIsDisplayed()) {}

  void start(llvm::StringRef File) {
    if (!Shown)
      return;
    std::lock_guard<std::mutex> Guard(Lock);
    llvm::errs() << '[' << ++Started << '/' << Total << "] "
                 << report::printable(Names.shown(File)) << '\n';
  }

private:
  const size_t Total;
  const Report &Names;
  const bool Shown;
  std::mutex Lock;
  size_t Started = 0;
};

} // namespace

static std::vector<FileResult> analyzeAll(llvm::ArrayRef<PlannedJob> Jobs,
                                          const Options &CommandLine,
                                          const EditedText *Edited,
                                          const Report &Names) {
  llvm::CrashRecoveryContext::Enable();
  AnalysisOptions Analysis;
  Analysis.Filters = CommandLine.Filters;
  Analysis.ParseAllBodies = CommandLine.ParseAllBodies;
  Analysis.NoteFiles = !CommandLine.WriteDependencies.empty();
  Analysis.WantsFacts = Jobs.size() > 1 || CommandLine.writesFacts();
  Analysis.Edited = Edited;
  Progress Shown(Jobs.size(), CommandLine, Names);
  std::vector<FileResult> Results(Jobs.size());
  auto Analyze = [&](size_t I) {
    Shown.start(Jobs[I].TheJob.File);
    Results[I] = analyzeFile(Jobs[I].TheJob, *Jobs[I].Config, Analysis);
  };
  llvm::DefaultThreadPool Pool(llvm::hardware_concurrency(CommandLine.Jobs));
  for (size_t I = 0; I < Jobs.size(); ++I)
    Pool.async(Analyze, I);
  Pool.wait();
  return Results;
}

static auto placeKey(const Place &Where) {
  return std::tie(Where.File, Where.Line, Where.Column);
}

/// The texts are part of the order, so that which one stays does not depend on
/// who was first.
void sortAndMerge(std::vector<Diagnostic> &Findings) {
  auto Texts = [](const Diagnostic &D) {
    std::vector<std::tuple<std::string, unsigned, unsigned, std::string>> All;
    for (const auto *Messages : {&D.Path, &D.Notes})
      for (const report::Message &M : *Messages)
        All.emplace_back(M.Where.File, M.Where.Line, M.Where.Column, M.Text);
    return All;
  };
  llvm::stable_sort(Findings, [&](const Diagnostic &A, const Diagnostic &B) {
    auto Key = [](const Diagnostic &D) {
      return std::tuple_cat(placeKey(D.Main.Where), std::tie(D.Check),
                            std::make_tuple(D.SilencedBy,
                                            D.Level != report::Severity::Error,
                                            D.Main.Text));
    };
    if (Key(A) != Key(B))
      return Key(A) < Key(B);
    return Texts(A) < Texts(B);
  });
  auto SamePlace = [](const Diagnostic &A, const Diagnostic &B) {
    return A.Check == B.Check &&
           placeKey(A.Main.Where) == placeKey(B.Main.Where);
  };
  Findings.erase(std::unique(Findings.begin(), Findings.end(), SamePlace),
                 Findings.end());
}

void splitSilenced(RunResult &Result) {
  std::vector<Diagnostic> &Findings = Result.Report.Findings;
  auto Silenced = std::stable_partition(
      Findings.begin(), Findings.end(),
      [](const Diagnostic &D) { return !D.isSilenced(); });
  std::move(Silenced, Findings.end(), std::back_inserter(Result.Silenced));
  Findings.erase(Silenced, Findings.end());
}

void linkInto(RunResult &Result, llvm::ArrayRef<const program::Unit *> Others) {
  Timer Time(Result.Seconds["linking"]);
  std::vector<const LinkedUnit *> Units;
  for (const LinkedUnit &Each : Result.Units)
    Units.push_back(&Each);
  Result.Report.Findings = link(Units, Others);
  sortAndMerge(Result.Report.Findings);
  splitSilenced(Result);
}

/// What the indexes in force know of files that are not analysed.
static std::vector<const program::Unit *> othersOf(const Plan &ThePlan,
                                                   const RunResult &Result) {
  std::vector<const program::Unit *> Own, Others;
  for (const LinkedUnit &Each : Result.Units)
    Own.push_back(&Each.Facts);
  std::set<const program::Index *> Seen;
  for (const PlannedJob &Planned : ThePlan.Jobs)
    if (const auto *Index = Planned.Config->TheSettings->Index.get();
        Index && Seen.insert(Index).second)
      Index->addOthers(Own, Others);
  return Others;
}

/// What the results were made of, sources first.
static std::vector<std::string> inputsOf(llvm::ArrayRef<PlannedJob> Jobs,
                                         llvm::ArrayRef<FileResult> Results) {
  std::vector<std::string> Inputs;
  llvm::StringSet<> Known;
  auto Add = [&](const std::string &File) {
    if (Known.insert(File).second)
      Inputs.push_back(File);
  };
  for (const PlannedJob &Planned : Jobs)
    Add(Planned.TheJob.File);
  for (const FileResult &File : Results)
    llvm::for_each(File.FilesRead, Add);
  for (const PlannedJob &Planned : Jobs)
    llvm::for_each(Planned.Config->Inputs, Add);
  // What one build of this tool writes, no other reads.
  static int Here;
  Add(llvm::sys::fs::getMainExecutable(nullptr, &Here));
  return Inputs;
}

RunResult run(const Plan &ThePlan, const Options &CommandLine,
              const EditedText *Edited) {
  RunResult Result;
  Report &Report = Result.Report;
  Report.Root = rootOf(ThePlan);
  std::vector<FileResult> Results =
      analyzeAll(ThePlan.Jobs, CommandLine, Edited, Report);
  if (!CommandLine.WriteDependencies.empty())
    Result.Inputs = inputsOf(ThePlan.Jobs, Results);
  for (auto [Planned, File] : llvm::zip(ThePlan.Jobs, Results)) {
    const std::string &Name = Planned.TheJob.File;
    for (const auto &[Phase, Time] : File.Seconds)
      Result.Seconds[Phase] += Time;
    if (File.Unit)
      Result.Units.push_back(std::move(*File.Unit));
    if (!File.Errors.empty())
      Report.Failed.push_back({Name, std::move(File.Errors)});
    else if (File.HasCoroutines)
      ++Result.Analysed;
    else if (!Planned.Config->Checks.empty())
      Result.WithoutCoroutines.push_back(Name);
  }
  linkInto(Result, othersOf(ThePlan, Result));
  llvm::stable_sort(Report.Failed, [](const auto &A, const auto &B) {
    return A.File < B.File;
  });
  return Result;
}

} // namespace asynctidy
