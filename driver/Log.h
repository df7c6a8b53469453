// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include <string>

namespace asynctidy {

/// What the process returns.
enum ExitCode : int {
  ExitClean = 0,    ///< nothing was found
  ExitFindings = 1, ///< something was found
  ExitFailed = 2,   ///< the tool could not do its job
};

/// Writes `async-tidy: error: Message` to the log, which is stderr.
void logError(const llvm::Twine &Message);

/// Whether nothing failed; else what did is told.
bool isDone(llvm::Error Failed);

/// Writes `async-tidy: note: Message` to the log.
void logNote(const llvm::Twine &Message);

/// "1 finding", "2 findings".
std::string counted(size_t Number, llvm::StringRef Word);

/// Writes \p Line, which says itself where something is wrong, to the log.
void logLine(const llvm::Twine &Line);

/// Tells for --stats how long something took.
void logSeconds(const llvm::Twine &Phase, double Seconds);

} // namespace asynctidy
