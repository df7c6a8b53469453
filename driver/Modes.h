// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the tool does besides analysing. Each returns the exit code.
#pragma once

#include "Config.h"
#include "Options.h"

namespace asynctidy {

/// Looks whether all that a run needs is there, and says what to do where it
/// is not.
int runDoctor(const Options &CommandLine, Configuration &Config);
int explain(llvm::StringRef Check);
int listChecks(const Options &CommandLine, Configuration &Config);
int dumpConfig(const Options &CommandLine, Configuration &Config);
int verifyConfig(const Options &CommandLine, Configuration &Config);
int verifyRules(const Options &CommandLine, Configuration &Config);
int listRules(const Options &CommandLine, Configuration &Config);

/// Everything that is wrong with what is in force for \p Files, each mistake
/// once.
std::vector<std::string>
mistakesIn(llvm::ArrayRef<std::shared_ptr<const FileConfig>> Configs,
           const Configuration &Config);

/// Tells everything that is wrong with what is in force for \p Files, each
/// mistake once. Returns whether all is well.
bool checkConfigs(llvm::ArrayRef<std::shared_ptr<const FileConfig>> Configs,
                  const Configuration &Config);

/// What is in force for \p Files, or for a file in the working directory if
/// there are none; nothing, and the mistakes told, if it is not sound.
std::optional<std::vector<std::shared_ptr<const FileConfig>>>
soundConfigs(llvm::ArrayRef<std::string> Files, Configuration &Config);

} // namespace asynctidy
