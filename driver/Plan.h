// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Config.h"
#include "Options.h"
#include "project/Job.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace asynctidy {

struct PlannedJob {
  Job TheJob;
  std::shared_ptr<const FileConfig> Config;
};

/// What there is to do, decided before anything is parsed.
struct Plan {
  std::vector<PlannedJob> Jobs;
  /// Whether files are listed in a compilation database.
  bool HasDatabase = false;
  /// Whether no file that is listed is left out.
  bool IsWhole = false;
  /// What users should know about how their files are looked at.
  std::vector<std::string> Notes;
};

/// Finds out what to compile and how, from the command line, the compilation
/// database and the configuration files.
llvm::Expected<Plan> makePlan(const Options &CommandLine,
                              Configuration &Config);

} // namespace asynctidy
