// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Config.h"
#include "Options.h"

namespace asynctidy {

/// The main thing: analyses what the command line names and writes the
/// reports. Returns the exit code.
int analyze(const Options &CommandLine, Configuration &Config);

} // namespace asynctidy
