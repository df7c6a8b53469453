// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Program.h"

namespace asynctidy::program {

/// What files that are looked at one by one may have to know of \p P: functions
/// that may come to block or about which something is claimed, once each, and
/// where coroutines are used. No findings, for these are told elsewhere.
std::vector<Unit> pruned(const Program &P);

} // namespace asynctidy::program
