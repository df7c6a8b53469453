// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Entries of rule files as people read them.
#pragma once

#include "Rules.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

/// Writes what \p Entry says, a key a line, the way rule files do; names are
/// absolute. First comes its place and role: "acme.yaml:6:5: blocks".
void writeEntry(llvm::raw_ostream &OS, const RuleEntry &Entry);

} // namespace asynctidy
