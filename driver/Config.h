// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is in force for a file: the command line on top of --config or of the
// .clang-tidy files above it.
#pragma once

#include "CheckTable.h"
#include "Options.h"
#include "Settings.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/StringMap.h"
#include <memory>

namespace asynctidy {

struct EnabledCheck {
  const CheckInfo *Info;
  std::unique_ptr<const Check> Instance;
};

/// Immutable once made: the threads share it.
struct FileConfig {
  /// Checks is a glob list that knows about async-tidy's defaults.
  clang::tidy::ClangTidyOptions Options;
  std::shared_ptr<const Settings> TheSettings;
  std::vector<EnabledCheck> Checks;
  /// The files that all of this was read from, absolute.
  std::vector<std::string> Inputs;
  /// What is wrong with the options of checks and the tool.
  std::vector<std::string> Mistakes;

  /// Whether WarningsAsErrors names the check.
  bool isError(llvm::StringRef Check) const;
};

/// Reads the configuration of all files. For one thread.
class Configuration {
public:
  explicit Configuration(const Options &CommandLine);
  ~Configuration();

  /// What could not be read so far: --config, --config-file and, of those that
  /// were needed, the .clang-tidy files. After a mistake in one of the first
  /// two nothing else may be asked.
  const std::vector<std::string> &mistakes() const { return Mistakes; }

  /// What is in force for \p File (absolute); shared by all of a folder.
  std::shared_ptr<const FileConfig> forFile(llvm::StringRef File);

  /// Every part of what is in force for \p File, and where it came from.
  std::vector<clang::tidy::ClangTidyOptionsProvider::OptionsSource>
  sources(llvm::StringRef File);

private:
  std::shared_ptr<const Settings> settings(const OptionReader &Reader,
                                           llvm::StringRef File);

  const Options &CommandLine;
  std::vector<std::string> Mistakes;
  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> Provider;
  llvm::StringMap<std::shared_ptr<const FileConfig>> ByFolder;
  llvm::StringMap<std::shared_ptr<const Settings>> SettingsByValues;
};

/// Reads CheckOptions of \p Options.
OptionReader readerOf(const clang::tidy::ClangTidyOptions &Options);

} // namespace asynctidy
