// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a project with findings begins to use the tool: which of them are
// reported, though all were found.
#pragma once

#include "Baseline.h"
#include "ChangedLines.h"
#include "Options.h"
#include "Plan.h"
#include "Run.h"
#include <optional>
#include <set>
#include <string>

namespace asynctidy {

/// Which findings a run would have come upon, if they still were there.
struct Coverage {
  bool IsNothing = false;
  /// Those in any file, or else in Files (as shown) alone.
  bool IsWhole = true;
  std::set<std::string> Files;
  /// Those of these checks; without a value, of all.
  std::optional<std::set<std::string>> Checks;

  bool contains(const BaselineLine &Line) const;
};

Coverage coverageOf(const Plan &ThePlan, const Options &CommandLine,
                    const RunResult &Result);

/// --report-unused-nolint, --baseline, --write-baseline and --since.
class Adoption {
public:
  /// Reads what the run needs, before it starts. Nothing, and the mistakes
  /// told, if it cannot be had.
  static std::optional<Adoption> prepare(const Options &CommandLine,
                                         llvm::StringRef Root);

  /// Moves what is not to be reported out of the report, and writes baselines.
  /// Returns whether they could be written.
  bool apply(RunResult &Result, const Coverage &Seen);

private:
  explicit Adoption(const Options &CommandLine) : CommandLine(CommandLine) {}
  bool writeNew(RunResult &Result);
  bool compare(RunResult &Result, const Coverage &Seen);
  void keepChanged(RunResult &Result);

  const Options &CommandLine;
  std::optional<Baseline> Known;
  std::optional<ChangedLines> Changed;
};

} // namespace asynctidy
