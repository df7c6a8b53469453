// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CallSite.h"
#include "Parameters.h"
#include "RuleMatcher.h"
#include "program/Records.h"
#include <vector>

namespace asynctidy {

/// What the parameters of \p In, the function around \p Site, would have to be
/// given for \p Entry not to apply there: `recv(fd, b, n, flags)` does not
/// block where `flags` has MSG_DONTWAIT. Any of the tests, proven, is enough.
/// Only of what is passed on unchanged.
std::vector<program::ParameterTest> openConditions(const RuleEntry &Entry,
                                                   const CallSite &Site,
                                                   const Parameters &In,
                                                   const RuleMatcher &Rules);

} // namespace asynctidy
