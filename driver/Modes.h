// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the tool does besides analysing. Each returns the exit code.
#pragma once

#include "Config.h"
#include "Options.h"

namespace asynctidy {

int explain(llvm::StringRef Check);
int listChecks(const Options &CommandLine, Configuration &Config);
int dumpConfig(const Options &CommandLine, Configuration &Config);
int verifyConfig(const Options &CommandLine, Configuration &Config);
int verifyRules(const Options &CommandLine, Configuration &Config);

/// Tells everything that is wrong with what is in force for \p Files, each
/// mistake once. Returns whether all is well.
bool checkConfigs(llvm::ArrayRef<std::shared_ptr<const FileConfig>> Configs,
                  const Configuration &Config);

} // namespace asynctidy
