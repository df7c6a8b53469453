// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Options.h"
#include "Plan.h"
#include "Preamble.h"
#include "Workspace.h"

namespace asynctidy::editor {

/// What an analysis of an open document gave.
struct LiveResult {
  std::vector<report::Diagnostic> Findings;
  bool IsAnalysed = false; ///< else the text makes no sense to the compiler
  /// What users should know about how it is looked at.
  std::vector<std::string> Notes;
  /// What is wrong with configuration, rules or compilation database.
  std::vector<std::string> Mistakes;
};

/// What is kept of an open document between its analyses: how it is compiled,
/// what is configured for it, and its headers. For one thread.
class LiveFile {
public:
  explicit LiveFile(const Options &CommandLine) : CommandLine(CommandLine) {}

  /// As the command line would analyse it, with \p Now for its text. How that
  /// is done is found out anew when something was saved. Nothing is found when
  /// nobody waits for it any more.
  LiveResult analyze(const Snapshot &Now, const Waiting &ForIt);

private:
  void plan(const Snapshot &Now, LiveResult &Result);

  const Options &CommandLine;
  std::optional<Plan> ThePlan; ///< one job at most
  unsigned PlannedAt = 0;      ///< Snapshot::Saves
  bool HasFailed = false;      ///< the last time
  Preamble Headers;
};

} // namespace asynctidy::editor
