// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which options go together. What does not is told in the log: an option that
// is ignored in silence is worse than one that is refused.
#pragma once

#include "CommandLine.h"
#include "Options.h"

namespace asynctidy {

/// Which of the modes was asked for; they exclude one another.
std::optional<Mode> chosenMode(const CommandLine &Line);

/// Whether the options \p Given, as they were taken from \p Line, can all be
/// followed.
bool goTogether(const CommandLine &Line, const Options &Given);

} // namespace asynctidy
