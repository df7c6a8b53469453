// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Adoption.h"
#include "Options.h"
#include "Run.h"

namespace asynctidy {

/// Whether all that \p CommandLine wants written has a chance to be. What has
/// none is told in the log.
bool checkOutputs(const Options &CommandLine);

/// What else the writing depends on.
struct Surface {
  std::optional<bool> UseColor; ///< as configured
  std::string MainFile;         ///< for --export-fixes, which wants one
};

/// Writes what a run gave: reports, fixes, the log. Returns the exit code.
int conclude(const RunResult &Result, const Options &CommandLine,
             const Surface &Seen);

/// The same with baselines and times, for what was not found in sources just
/// now but read from files.
int concludeWithoutSources(RunResult &Result, Adoption &Adopted,
                           const Coverage &Seen, const Options &CommandLine);

} // namespace asynctidy
