// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CheckTable.h"
#include "model/Catalogue.h"
#include "model/Project.h"
#include <memory>
#include <string>
#include <vector>

namespace asynctidy {

/// What holds for all checks of a run: the rules and the project. Read from
/// the CheckOptions `async-tidy.*`, the same in every front end.
struct Settings {
  std::shared_ptr<const Catalogue> Rules;
  ProjectSettings Project;
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
};
SettingValues readSettingValues(const OptionReader &Options);

/// Loads everything the values name. Relative rule paths are looked up from
/// the project root of \p MainFile (absolute).
Settings loadSettings(const SettingValues &Values, llvm::StringRef MainFile);

} // namespace asynctidy
