// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analyze.h"
#include "Fixes.h"
#include "Log.h"
#include "Modes.h"
#include "Run.h"
#include "Timer.h"
#include "report/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

namespace asynctidy {

using report::Report;

static std::vector<std::shared_ptr<const FileConfig>>
configsOf(const Plan &ThePlan) {
  std::vector<std::shared_ptr<const FileConfig>> Configs;
  for (const PlannedJob &Planned : ThePlan.Jobs)
    if (!llvm::is_contained(Configs, Planned.Config))
      Configs.push_back(Planned.Config);
  return Configs;
}

/// Whether text for standard output is coloured: what the user says, then what
/// the environment says (no-color.org), then the configuration, then whether
/// somebody is looking.
static bool useColors(const Options &CommandLine, const Plan &ThePlan) {
  using llvm::sys::Process;
  if (CommandLine.UseColor)
    return *CommandLine.UseColor;
  if (!Process::GetEnv("NO_COLOR").value_or("").empty())
    return false;
  std::string Force = Process::GetEnv("CLICOLOR_FORCE").value_or("");
  if (!Force.empty() && Force != "0")
    return true;
  if (!ThePlan.Jobs.empty())
    if (auto Configured = ThePlan.Jobs.front().Config->Options.UseColor)
      return *Configured;
  return Process::StandardOutHasColors();
}

/// Writes every report that can be written. Returns whether all could.
static bool writeReports(const Options &CommandLine, const Report &R,
                         bool Colors) {
  bool Written = true;
  for (const ReportRequest &Request : CommandLine.Reports) {
    std::string Text;
    llvm::raw_string_ostream Stream(Text);
    if (Request.Format == "json")
      report::writeJson(Stream, R);
    else
      report::writeText(Stream, R, Colors && Request.File == "-");
    if (llvm::Error Failed = report::writeOutput(Request.File, Text)) {
      logError(llvm::toString(std::move(Failed)));
      Written = false;
    }
  }
  return Written;
}

static std::string count(size_t Number, llvm::StringRef Word) {
  return (llvm::Twine(Number) + " " + Word + (Number == 1 ? "" : "s")).str();
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
               count(InText, "error"));
  }
}

static void logSummary(const RunResult &Result) {
  const Report &R = Result.Report;
  std::set<llvm::StringRef> Files;
  for (const report::Diagnostic &Found : R.Findings)
    Files.insert(Found.Main.Where.File);
  llvm::errs() << count(R.Findings.size(), "finding");
  if (!Files.empty())
    llvm::errs() << " in " << count(Files.size(), "file");
  llvm::errs() << " (" << Result.Analysed << " analysed";
  if (!R.Failed.empty())
    llvm::errs() << ", " << R.Failed.size() << " failed";
  if (!Result.WithoutCoroutines.empty())
    llvm::errs() << ", " << Result.WithoutCoroutines.size() << " not C++20";
  llvm::errs() << ")\n";
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

static void logStats(const RunResult &Result, double Planning, double Running,
                     double Reporting) {
  auto Line = [](llvm::StringRef Phase, double Seconds) {
    llvm::errs() << llvm::format("%9.3f s  ", Seconds) << Phase << '\n';
  };
  Line("planning: configuration, rules, compilation database", Planning);
  Line("analysing, as the clock has it", Running);
  for (const auto &[Phase, Seconds] : Result.Seconds)
    Line("  " + Phase + ", summed over threads", Seconds);
  Line("reporting", Reporting);
}

/// --export-fixes and --fix. Returns whether it could be done.
static bool handleFixes(const Options &CommandLine, const Plan &ThePlan,
                        const Report &R) {
  bool Done = true;
  if (!CommandLine.ExportFixes.empty())
    if (llvm::Error Failed =
            exportFixes(R.Findings, ThePlan.Jobs.front().TheJob.File,
                        CommandLine.ExportFixes)) {
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
    llvm::errs() << count(Fixed->Applied, "finding") << " fixed, "
                 << Fixed->Skipped << " left because fixes overlap\n";
  return Done;
}

/// Whether all that will be written has a chance to be.
static bool checkOutputs(const Options &CommandLine) {
  bool Possible = true;
  for (const std::string &File : CommandLine.outputs())
    if (llvm::Error Failed = report::checkOutput(File)) {
      logError(llvm::toString(std::move(Failed)));
      Possible = false;
    }
  return Possible;
}

static bool isReady(const Plan &ThePlan, const Configuration &Config) {
  auto Configs = configsOf(ThePlan);
  if (!checkConfigs(Configs, Config))
    return false;
  if (ThePlan.Jobs.empty()) {
    logError("there is no source file to analyse in the compilation database");
    return false;
  }
  if (llvm::all_of(Configs, [](const auto &C) { return C->Checks.empty(); })) {
    logError("no checks enabled");
    return false;
  }
  return true;
}

int analyze(const Options &CommandLine, Configuration &Config) {
  double Planning = 0, Running = 0, Reporting = 0;
  std::optional<Timer> Time(std::in_place, Planning);
  llvm::Expected<Plan> ThePlan = makePlan(CommandLine, Config);
  if (!ThePlan) {
    logError(llvm::toString(ThePlan.takeError()));
    return ExitFailed;
  }
  if (!isReady(*ThePlan, Config) || !checkOutputs(CommandLine))
    return ExitFailed;
  if (!CommandLine.Quiet)
    for (const std::string &Note : ThePlan->Notes)
      logNote(Note);

  Time.emplace(Running);
  RunResult Result = run(*ThePlan, CommandLine);
  Time.emplace(Reporting);
  const Report &R = Result.Report;
  bool Written = writeReports(CommandLine, R, useColors(CommandLine, *ThePlan));
  Written &= handleFixes(CommandLine, *ThePlan, R);
  logFailures(R);
  if (!CommandLine.Quiet) {
    noteOldLanguage(CommandLine, Result);
    logSummary(Result);
  }
  Time.reset();
  if (CommandLine.Stats)
    logStats(Result, Planning, Running, Reporting);
  if (!Written || !R.Failed.empty())
    return ExitFailed;
  return R.Findings.empty() ? ExitClean : ExitFindings;
}

} // namespace asynctidy
