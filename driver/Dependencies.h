// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a summary was made of, for build systems.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace asynctidy {

/// The rule that makes \p Target of \p Files, the source first, as compilers
/// write it for -MD -MP: a Makefile. All but the source have an empty rule,
/// too, so that a header that is gone is no mistake.
std::string makefileRule(llvm::StringRef Target,
                         llvm::ArrayRef<std::string> Files);

} // namespace asynctidy
