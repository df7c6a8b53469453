// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace asynctidy::report {

/// For each line of a source what GitHub tells its findings apart by,
/// `primaryLocationLineHash`: a hash of the 100 characters from the start of
/// the line on that are no blanks, and how many lines up to this one have that
/// hash. It must be what GitHub's own upload computes, which warns otherwise
/// and forgets what users have said about a finding.
std::vector<std::string> lineHashes(llvm::StringRef Text);

} // namespace asynctidy::report
