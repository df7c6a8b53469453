// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/Support/CommandLine.h"
#include <string>

namespace asynctidy {

/// As LLVM's parsers, but mistakes are told the way we tell them.
struct FlagParser : llvm::cl::parser<bool> {
  using parser::parser;
  bool parse(llvm::cl::Option &Of, llvm::StringRef Name, llvm::StringRef Text,
             bool &Value);
};
struct NumberParser : llvm::cl::parser<unsigned> {
  using parser::parser;
  bool parse(llvm::cl::Option &Of, llvm::StringRef Name, llvm::StringRef Text,
             unsigned &Value);
};

/// Every option as `--help` shows it. An object, not globals: LLVM registers
/// hundreds of options of its own, which must be gone before ours come (some
/// have the same names) and mean nothing to our users.
struct CommandLine {
  using Text = llvm::cl::opt<std::string>;
  using Texts = llvm::cl::list<std::string>;
  using Flag = llvm::cl::opt<bool, /*ExternalStorage=*/false, FlagParser>;
  using Number =
      llvm::cl::opt<unsigned, /*ExternalStorage=*/false, NumberParser>;

  CommandLine();
  static llvm::StringRef overview();
  static llvm::StringRef footer();

  // The order of the groups in --help is that of their names.
  llvm::cl::OptionCategory InputGroup, ChecksGroup, ConfigGroup, OutputGroup,
      HelpGroup;

  Texts Files;
  Text BuildPath;
  Texts ExtraArgs, ExtraArgsBefore;
  Text ProjectRoot;
  Flag Link;
  Text Index;
  Flag Convert;
  Number Jobs;
  Flag ParseAllBodies;

  Text Checks, WarningsAsErrors, HeaderFilter, ExcludeHeaderFilter, LineFilter;
  Text Baseline, WriteBaseline;
  Flag PruneBaseline;
  Text Since;
  Flag ReportUnusedNolint, ShowSuppressed;
  Texts Rules;
  Flag VerifyRules, ListRules;

  Text Config, ConfigFile;
  Flag VerifyConfig, DumpConfig;

  Texts Report;
  Flag Fix;
  Text ExportFixes;
  Text WriteSummary, WriteDependencies, WriteIndex;
  Flag ExitZero, Quiet, UseColor, Stats;
  Flag Lsp, DelimitedMessages;

  Flag Help, Version, ListChecks, Doctor;
  Text Explain;
  Text HelpFormat;

  llvm::cl::alias HelpLetter;
};

} // namespace asynctidy
