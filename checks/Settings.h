// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CheckTable.h"
#include "model/Catalogue.h"
#include "model/Project.h"
#include <memory>
#include <string>
#include <vector>

namespace asynctidy {

namespace program {
class Index;
}

/// What holds for all checks of a run: the rules and the project. Read from
/// the CheckOptions `async-tidy.*`, the same in every front end.
struct Settings {
  std::shared_ptr<const Catalogue> Rules;
  ProjectSettings Project;
  /// What is known of the other files of the program; null: nothing.
  std::shared_ptr<const program::Index> Index;
  std::string IndexFile; ///< where that is from, absolute; may be empty
  /// What was wrong with the options or the rule files, in order.
  std::vector<std::string> OptionMistakes;
  std::vector<RuleMistake> RuleMistakes;
};

/// The options `async-tidy.*`, for --help, --verify-config and --dump-config.
/// Names are whole ("async-tidy.Rules").
llvm::ArrayRef<OptionInfo> settingOptions();

/// The values in force of the options `async-tidy.*`.
struct SettingValues {
  std::vector<std::string> RulePaths; ///< as written; relative to the root
  std::string ProjectRoot; ///< as written, may be empty; relative to the
                           ///< root that would be found without it
  std::vector<std::string> ExternalFolders;
  bool InstalledRules = true; ///< also those in the system's data folders
  std::string Index;          ///< a file, as written; relative to the root
};
SettingValues readSettingValues(const OptionReader &Options);

/// The rule files and folders in force for \p MainFile (absolute), absolute,
/// later ones winning: those that libraries have installed, every
/// `async-tidy.yaml` from the project root down to the file, and those that
/// \p Values name, relative to the project root.
std::vector<std::string> rulePaths(const SettingValues &Values,
                                   llvm::StringRef MainFile);

/// Loads everything that is in force for \p MainFile.
Settings loadSettings(const SettingValues &Values, llvm::StringRef MainFile);

} // namespace asynctidy
