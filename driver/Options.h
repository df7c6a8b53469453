// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang-tidy/ClangTidyOptions.h"
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace asynctidy {

/// What the user wants done.
enum class Mode {
  Analyse,
  Explain,
  ListChecks,
  DumpConfig,
  VerifyConfig,
  VerifyRules,
  ListRules,
  Link,
  Convert,
  Doctor,
  Serve,
};

struct ReportRequest {
  std::string Format; ///< one of report::formats()
  std::string File;   ///< "-" is standard output
};

/// The command line, as values. What was not given stays empty, so that the
/// configuration files decide.
struct Options {
  Mode What = Mode::Analyse;

  // What is analysed.
  std::vector<std::string> Files;
  std::string BuildPath;
  /// What stood after `--`; absent without it.
  std::optional<std::vector<std::string>> CompilerFlags;
  std::vector<std::string> ExtraArgs, ExtraArgsBefore;

  // How.
  std::optional<std::string> Checks, WarningsAsErrors;
  std::optional<std::string> HeaderFilter, ExcludeHeaderFilter;
  std::optional<std::string> Config, ConfigFile;
  std::vector<std::string> Rules;
  std::string ProjectRoot;
  std::string Index;
  clang::tidy::ClangTidyGlobalOptions Filters;
  unsigned Jobs = 0; ///< 0: as many as the machine has cores
  bool ParseAllBodies = false;
  std::string Baseline, WriteBaseline;
  bool PruneBaseline = false;
  std::string Since; ///< a revision of git
  bool ReportUnusedNolint = false, ShowSuppressed = false;

  // What comes out.
  std::vector<ReportRequest> Reports;
  std::string ExplainedCheck;
  std::string ExportFixes;
  std::string WriteSummary, WriteDependencies, WriteIndex;
  bool Fix = false;
  bool ExitZero = false;
  bool Quiet = false;
  bool Stats = false;
  bool DelimitedMessages = false; ///< of the language server, for tests
  std::optional<bool> UseColor;

  /// Where reports, exported fixes, baselines and summaries go; "-" is standard
  /// output.
  std::vector<std::string> outputs() const;
  /// Whether what is known of the program is written to a file.
  bool writesFacts() const {
    return !WriteSummary.empty() || !WriteIndex.empty();
  }
};

/// The options, or the exit code where there is nothing left to do: help or
/// version was printed, or the mistake in the command line was.
std::variant<Options, int> parseOptions(int Argc, const char **Argv);

/// Prints what `--version` prints. Apart, because it must cost nothing.
void printVersion();

} // namespace asynctidy
