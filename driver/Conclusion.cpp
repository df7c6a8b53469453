// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Conclusion.h"
#include "Fixes.h"
#include "Log.h"
#include "Overview.h"
#include "Timer.h"
#include "report/Output.h"
#include "report/Printable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

namespace asynctidy {

using report::Report;

/// Whether text for standard output is coloured: what the user says, then what
/// the environment says (no-color.org), then the configuration, then whether
/// somebody is looking.
static bool useColors(const Options &CommandLine,
                      std::optional<bool> Configured) {
  using llvm::sys::Process;
  if (CommandLine.UseColor)
    return *CommandLine.UseColor;
  if (!Process::GetEnv("NO_COLOR").value_or("").empty())
    return false;
  std::string Force = Process::GetEnv("CLICOLOR_FORCE").value_or("");
  if (!Force.empty() && Force != "0")
    return true;
  if (Configured)
    return *Configured;
  return Process::StandardOutHasColors();
}

/// The report as JSON of some kind. What it has no room for is told.
static std::string asJson(llvm::StringRef Format, const Report &R, bool Quiet) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  if (Format == "json")
    report::writeJson(Stream, R);
  else if (Format == "gitlab")
    report::writeGitlab(Stream, R);
  else if (Format == "rdjson")
    report::writeRdjson(Stream, R);
  else
    for (const std::string &Dropped : report::writeSarif(Stream, R))
      if (!Quiet)
        logNote(Dropped);
  return report::printableJson(Text);
}

static std::string formatted(llvm::StringRef Format, const Report &R,
                             bool Colors, bool Quiet) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  if (Format == "text")
    report::writeText(Stream, R, Colors);
  else if (Format == "github")
    report::writeGithub(Stream, R);
  else
    return asJson(Format, R, Quiet);
  return Text;
}

/// Writes every report that can be written. Returns whether all could.
static bool writeReports(const Options &CommandLine, const Report &R,
                         bool Colors) {
  bool Written = true;
  for (const ReportRequest &Request : CommandLine.Reports) {
    std::string Text = formatted(
        Request.Format, R, Colors && Request.File == "-", CommandLine.Quiet);
    Written &= isDone(report::writeOutput(Request.File, Text));
  }
  return Written;
}

/// An error in a header is told once, not for every file that includes it.
static void logFailures(const Report &R) {
  std::set<std::string> Told;
  auto Tell = [&](const report::Message &Error) {
    std::string Line;
    llvm::raw_string_ostream Stream(Line);
    report::writeError(Stream, R, Error);
    if (Told.insert(Line).second)
      llvm::errs() << Line;
  };
  for (const report::FailedFile &Failed : R.Failed) {
    std::string Name = R.shown(Failed.File);
    size_t InText = 0;
    for (const report::Message &Error : Failed.Errors) {
      bool HasPlace = !Error.Where.File.empty();
      InText += HasPlace;
      if (HasPlace)
        Tell(Error);
      else
        logError("'" + Name + "': " + Error.Text);
    }
    if (InText)
      logError("'" + Name + "' was not analysed, because of " +
               counted(InText, "error"));
  }
}

static void logStale(const Options &CommandLine, const RunResult &Result) {
  for (const std::string &Line : Result.Stale)
    llvm::errs() << Line << '\n';
  if (!Result.Stale.empty())
    logNote("'--prune-baseline' removes " +
            counted(Result.Stale.size(), "stale line") + " from '" +
            CommandLine.Baseline + "'");
}

static void logSummary(const RunResult &Result) {
  const Report &R = Result.Report;
  std::set<llvm::StringRef> Files;
  for (const report::Diagnostic &Found : R.Findings)
    Files.insert(Found.Main.Where.File);
  llvm::errs() << counted(R.Findings.size(), "finding");
  if (!Files.empty())
    llvm::errs() << " in " << counted(Files.size(), "file");
  llvm::errs() << " (" << Result.Analysed << " analysed";
  if (!R.Failed.empty())
    llvm::errs() << ", " << R.Failed.size() << " failed";
  if (!Result.WithoutCoroutines.empty())
    llvm::errs() << ", " << Result.WithoutCoroutines.size() << " not C++20";
  size_t Known = llvm::count_if(Result.Silenced, [](const auto &D) {
    return D.SilencedBy == report::Silencer::Baseline;
  });
  if (Known)
    llvm::errs() << ", " << Known << " in the baseline";
  llvm::errs() << ")\n";
}

/// The report with what NOLINT comments and the baseline hide, marked.
static Report withSilenced(const RunResult &Result) {
  Report All = Result.Report;
  for (report::Diagnostic D : Result.Silenced) {
    D.Main.Text += D.SilencedBy == report::Silencer::Comment
                       ? " (suppressed by NOLINT)"
                       : " (suppressed by the baseline)";
    D.Fixes.clear();
    All.Findings.push_back(std::move(D));
  }
  sortAndMerge(All.Findings);
  return All;
}

/// A newcomer who forgot -std=c++20 must not take silence for praise.
static void noteOldLanguage(const Options &CommandLine,
                            const RunResult &Result) {
  constexpr const char *Consequence =
      "compiled as C++20 or later, so that there are no coroutines; is "
      "'-std=c++20' missing?";
  if (!CommandLine.Files.empty())
    for (const std::string &File : Result.WithoutCoroutines)
      logNote("'" + Result.Report.shown(File) + "' is not " + Consequence);
  else if (!Result.Analysed && !Result.WithoutCoroutines.empty())
    logNote("no file of the compilation database is " +
            llvm::Twine(Consequence));
}

/// --export-fixes and --fix. Returns whether it could be done.
static bool handleFixes(const Options &CommandLine, const Report &R,
                        llvm::StringRef MainFile) {
  bool Done = true;
  if (!CommandLine.ExportFixes.empty())
    if (llvm::Error Failed =
            exportFixes(R.Findings, MainFile, CommandLine.ExportFixes)) {
      logError(llvm::toString(std::move(Failed)));
      Done = false;
    }
  if (!CommandLine.Fix)
    return Done;
  llvm::Expected<FixCount> Fixed = applyFixes(R.Findings);
  if (!Fixed) {
    logError(llvm::toString(Fixed.takeError()));
    return false;
  }
  if (!CommandLine.Quiet)
    llvm::errs() << counted(Fixed->Applied, "finding") << " fixed, "
                 << Fixed->Skipped << " left because fixes overlap\n";
  return Done;
}

bool checkOutputs(const Options &CommandLine) {
  bool Possible = true;
  for (const std::string &File : CommandLine.outputs())
    if (llvm::Error Failed = report::checkOutput(File)) {
      logError(llvm::toString(std::move(Failed)));
      Possible = false;
    }
  return Possible;
}

int conclude(const RunResult &Result, const Options &CommandLine,
             const Surface &Seen) {
  const Report &R = Result.Report;
  bool Written = writeReports(
      CommandLine, CommandLine.ShowSuppressed ? withSilenced(Result) : R,
      useColors(CommandLine, Seen.UseColor));
  Written &= handleFixes(CommandLine, R, Seen.MainFile);
  logFailures(R);
  logStale(CommandLine, Result);
  if (!CommandLine.Quiet) {
    noteOldLanguage(CommandLine, Result);
    logOverview(R, CommandLine);
    logSummary(Result);
  }
  if (!Written || !R.Failed.empty())
    return ExitFailed;
  bool IsClean = R.Findings.empty() && Result.Stale.empty();
  return IsClean || CommandLine.ExitZero ? ExitClean : ExitFindings;
}

int concludeWithoutSources(RunResult &Result, Adoption &Adopted,
                           const Coverage &Seen, const Options &CommandLine) {
  std::optional<Timer> Time(std::in_place, Result.Seconds["writing"]);
  bool Written = Adopted.apply(Result, Seen);
  int Code = conclude(Result, CommandLine, {std::nullopt, ""});
  Time.reset();
  if (CommandLine.Stats)
    for (const auto &[Phase, Seconds] : Result.Seconds)
      logSeconds(Phase, Seconds);
  return Written ? Code : ExitFailed;
}

} // namespace asynctidy
