// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Options.h"
#include "report/Report.h"

namespace asynctidy {

/// Where there is more than fits on a screen: tells in the log what there is
/// most of, and what to do next.
void logOverview(const report::Report &R, const Options &CommandLine);

} // namespace asynctidy
