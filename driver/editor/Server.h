// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `async-tidy --lsp`: findings in what an editor has open, as it is typed.
#pragma once

#include "Options.h"

namespace asynctidy::editor {

/// Serves the editor on standard input and output until it says `exit` or hangs
/// up. Returns the exit code that the protocol asks for: 0 if it had said
/// `shutdown` before, else 1.
int serve(const Options &CommandLine);

} // namespace asynctidy::editor
