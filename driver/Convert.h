// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Options.h"

namespace asynctidy {

/// `--convert`: reports what runs of clang-tidy with our checks have found and
/// written to files. Returns the exit code.
int convertFixes(const Options &CommandLine);

} // namespace asynctidy
