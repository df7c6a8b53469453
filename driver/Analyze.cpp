// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analyze.h"
#include "Adoption.h"
#include "Conclusion.h"
#include "Log.h"
#include "Modes.h"
#include "Summaries.h"
#include "Timer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

static std::vector<std::shared_ptr<const FileConfig>>
configsOf(const Plan &ThePlan) {
  std::vector<std::shared_ptr<const FileConfig>> Configs;
  for (const PlannedJob &Planned : ThePlan.Jobs)
    if (!llvm::is_contained(Configs, Planned.Config))
      Configs.push_back(Planned.Config);
  return Configs;
}

static void logStats(const RunResult &Result, double Planning, double Running,
                     double Reporting) {
  logSeconds("planning: configuration, rules, compilation database", Planning);
  logSeconds("analysing, as the clock has it", Running);
  for (const auto &[Phase, Seconds] : Result.Seconds)
    logSeconds("  " + Phase + ", summed over threads", Seconds);
  logSeconds("reporting", Reporting);
}

static bool isReady(const Plan &ThePlan, const Options &CommandLine,
                    const Configuration &Config) {
  auto Configs = configsOf(ThePlan);
  if (!checkConfigs(Configs, Config))
    return false;
  if (ThePlan.Jobs.empty()) {
    logError("there is no source file to analyse in the compilation database");
    return false;
  }
  if (!CommandLine.writesFacts() &&
      llvm::all_of(Configs, [](const auto &C) { return C->Checks.empty(); })) {
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
  if (!isReady(*ThePlan, CommandLine, Config) || !checkOutputs(CommandLine))
    return ExitFailed;
  if (!CommandLine.Quiet)
    for (const std::string &Note : ThePlan->Notes)
      logNote(Note);

  std::optional<Adoption> Adopted =
      Adoption::prepare(CommandLine, rootOf(*ThePlan));
  if (!Adopted)
    return ExitFailed;
  Time.emplace(Running);
  RunResult Result = run(*ThePlan, CommandLine);
  Time.emplace(Reporting);
  bool Written = writeArchives(Result, CommandLine) &&
                 (!Result.Report.Failed.empty() ||
                  writeDependencies(Result.Inputs, CommandLine));
  Written &= Adopted->apply(Result, coverageOf(*ThePlan, CommandLine, Result));
  const PlannedJob &First = ThePlan->Jobs.front();
  int Code = conclude(Result, CommandLine,
                      {First.Config->Options.UseColor, First.TheJob.File});
  Time.reset();
  if (CommandLine.Stats)
    logStats(Result, Planning, Running, Reporting);
  // A summary is there to be linked: what was found is told then.
  if (Code == ExitFindings && !CommandLine.WriteSummary.empty())
    Code = ExitClean;
  return Written ? Code : ExitFailed;
}

} // namespace asynctidy
