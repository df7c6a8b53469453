// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "AnalyzeFile.h"
#include "Plan.h"

namespace asynctidy {

/// What a whole run gave, ready to be written.
struct RunResult {
  report::Report Report;
  /// What NOLINT comments and the baseline keep out of the report.
  std::vector<report::Diagnostic> Silenced;
  std::vector<LinkedUnit> Units;
  /// All files that this was made of, absolute and each once; only if the
  /// command line asks for dependencies.
  std::vector<std::string> Inputs;
  /// Lines of the baseline that nothing is found for any more, as told.
  std::vector<std::string> Stale;
  unsigned Analysed = 0; ///< files that were parsed and checked
  /// Files whose language has no coroutines.
  std::vector<std::string> WithoutCoroutines;
  std::map<std::string, double> Seconds; ///< by phase, summed over threads
};

/// The folder all paths are shown relative to: the project's; where the files
/// belong to several, the nearest folder above all of these.
std::string rootOf(const Plan &ThePlan);

/// The same where nothing is analysed: the project of the working directory.
std::string rootAtHand(const Options &CommandLine);

/// Analyses every job, as many at once as \p Options says. The result does not
/// depend on how many, nor on who was first. A single job may be one of an
/// \p Edited text.
RunResult run(const Plan &ThePlan, const Options &CommandLine,
              const EditedText *Edited = nullptr);

/// In the order of the text; what several translation units found at one
/// place (in a header) once.
void sortAndMerge(std::vector<report::Diagnostic> &Findings);

/// Moves the findings that are marked as silenced out of the report.
void splitSilenced(RunResult &Result);

/// Puts what its units show, alone and together, into the report of \p Result.
/// \p Others are more of the program, of which nothing is reported.
void linkInto(RunResult &Result,
              llvm::ArrayRef<const program::Unit *> Others = {});

} // namespace asynctidy
