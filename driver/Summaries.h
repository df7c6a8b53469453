// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Analysis in parts: summaries of files, to be linked later.
#pragma once

#include "Options.h"
#include "Run.h"

namespace asynctidy {

/// Writes the summary and the index that \p CommandLine asks for. Returns
/// whether that could be done. Of a file that did not parse no summary is left:
/// an older one would be about another text.
bool writeArchives(const RunResult &Result, const Options &CommandLine);

/// Writes what the summary was made of, if \p CommandLine asks for that.
/// Returns whether that could be done.
bool writeDependencies(llvm::ArrayRef<std::string> Inputs,
                       const Options &CommandLine);

/// `--link`: reports what is in the summaries and what they show together.
/// Returns the exit code.
int linkSummaries(const Options &CommandLine);

} // namespace asynctidy
