// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Adoption.h"
#include "Log.h"
#include "report/Output.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy {

using report::Diagnostic;

bool Coverage::contains(const BaselineLine &Line) const {
  return !IsNothing && (!Checks || Checks->count(Line.Check)) &&
         (IsWhole || Files.count(Line.Path));
}

Coverage coverageOf(const Plan &ThePlan, const Options &CommandLine,
                    const RunResult &Result) {
  Coverage Seen;
  // What is found in one file of a program may come from the others.
  Seen.IsNothing = !ThePlan.IsWhole || !Result.Report.Failed.empty() ||
                   CommandLine.HeaderFilter ||
                   CommandLine.ExcludeHeaderFilter ||
                   !CommandLine.Filters.LineFilter.empty();
  Seen.IsWhole = ThePlan.HasDatabase;
  Seen.Checks.emplace().insert("clang-tidy-nolint");
  for (const PlannedJob &Planned : ThePlan.Jobs) {
    Seen.Files.insert(Result.Report.shown(Planned.TheJob.File));
    for (const EnabledCheck &Enabled : Planned.Config->Checks)
      Seen.Checks->insert(Enabled.Info->Name.str());
  }
  return Seen;
}

std::optional<Adoption> Adoption::prepare(const Options &CommandLine,
                                          llvm::StringRef Root) {
  Adoption Result(CommandLine);
  if (!CommandLine.Baseline.empty()) {
    llvm::Expected<Baseline> Known = Baseline::read(CommandLine.Baseline);
    if (!Known) {
      logError(llvm::toString(Known.takeError()));
      return std::nullopt;
    }
    if (Known->version() != ASYNC_TIDY_VERSION && !CommandLine.Quiet)
      logNote("'" + CommandLine.Baseline + "' is of async-tidy " +
              Known->version() +
              ", and this is " ASYNC_TIDY_VERSION
              ": what it reports may not be what is new; '--prune-baseline' "
              "brings the file up to date");
    Result.Known = std::move(*Known);
  }
  if (!CommandLine.Since.empty()) {
    llvm::Expected<ChangedLines> Changed =
        ChangedLines::since(CommandLine.Since, Root);
    if (!Changed) {
      logError("cannot tell what has changed since '" + CommandLine.Since +
               "': " + llvm::toString(Changed.takeError()));
      return std::nullopt;
    }
    Result.Changed = std::move(*Changed);
  }
  return std::move(Result);
}

bool Adoption::writeNew(RunResult &Result) {
  const std::string &File = CommandLine.WriteBaseline;
  report::Report &R = Result.Report;
  if (!isDone(report::writeOutput(File, baselineOf(R))))
    return false;
  if (!CommandLine.Quiet)
    logNote(counted(R.Findings.size(), "finding") + " written to '" + File +
            "'; with '--baseline=" + File + "' only others are reported");
  if (!R.Failed.empty())
    logNote("'" + File + "' lacks what is in the files that failed");
  for (Diagnostic &D : R.Findings)
    D.SilencedBy = report::Silencer::Baseline;
  return true;
}

bool Adoption::compare(RunResult &Result, const Coverage &Seen) {
  const std::string &File = CommandLine.Baseline;
  Known->silence(Result.Report);
  std::vector<BaselineLine> Stale = Known->unmatched();
  llvm::erase_if(Stale,
                 [&](const BaselineLine &L) { return !Seen.contains(L); });
  if (!CommandLine.PruneBaseline) {
    for (const BaselineLine &L : Stale)
      Result.Stale.push_back(
          File + ":" + std::to_string(L.Number) +
          ": warning: stale: there is no " + L.Check +
          (L.Function.empty() ? "" : " in '" + L.Function + "'") + " of " +
          L.Path + " any more");
    return true;
  }
  if (Seen.IsNothing) {
    logError("'" + File +
             "' is not pruned: this run has not seen the whole "
             "program; analyse it with '-p' and no FILE, or '--link'");
    return false;
  }
  std::set<unsigned> Dropped;
  for (const BaselineLine &L : Stale)
    Dropped.insert(L.Number);
  if (!isDone(report::writeOutput(File, Known->without(Dropped))))
    return false;
  if (!CommandLine.Quiet)
    logNote(counted(Stale.size(), "stale line") + " removed from '" + File +
            "'");
  return true;
}

/// What a comment silences may come from a file that was not looked at.
static void addUnusedComments(RunResult &Result) {
  std::vector<Diagnostic> &Findings = Result.Report.Findings;
  llvm::append_range(Findings, unusedComments(Result.Units, Result.Silenced));
  sortAndMerge(Findings);
}

/// Keeps the findings that somebody may have made, or woken, by a change.
void Adoption::keepChanged(RunResult &Result) {
  auto IsChanged = [&](const report::Message &M) {
    return Changed->contains(M.Where);
  };
  for (auto *Findings : {&Result.Report.Findings, &Result.Silenced})
    llvm::erase_if(*Findings, [&](const Diagnostic &D) {
      return !IsChanged(D.Main) && llvm::none_of(D.Path, IsChanged) &&
             llvm::none_of(D.Notes, IsChanged);
    });
}

bool Adoption::apply(RunResult &Result, const Coverage &Seen) {
  if (CommandLine.ReportUnusedNolint && !Seen.IsNothing)
    addUnusedComments(Result);
  else if (CommandLine.ReportUnusedNolint && !CommandLine.Quiet)
    logNote("unused NOLINT comments are not reported: this run has not seen "
            "the whole program");
  bool Written = true;
  if (!CommandLine.WriteBaseline.empty())
    Written = writeNew(Result);
  else if (Known)
    Written = compare(Result, Seen);
  splitSilenced(Result);
  if (Changed)
    keepChanged(Result);
  return Written;
}

} // namespace asynctidy
