// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace asynctidy::report {

/// Writes \p Content to \p File whole or not at all, so that a full disk or an
/// interrupted run leaves the old file; "-" is standard output. What is not a
/// regular file (a device, a pipe) is written to as it is.
llvm::Error writeOutput(llvm::StringRef File, llvm::StringRef Content);

/// Whether writeOutput() has a chance: nobody wants to hear after a long run
/// that a folder is missing.
llvm::Error checkOutput(llvm::StringRef File);

} // namespace asynctidy::report
