// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the checks for too many tasks say.
#pragma once

#include "Finding.h"
#include "summary/FanOuts.h"

namespace asynctidy {

/// The finding of \p Check that \p F starts \p Many.
Finding findingOf(const FanOut &Many, const clang::FunctionDecl &F,
                  llvm::StringRef Check, const Model &M);

/// Adds that what is started does not wait itself until it may work, where that
/// is in another file.
void assumeUnboundedChild(Finding &Found, const FanOut &Many, const Model &M);

/// The words of an option, separated by commas or semicolons.
std::vector<std::string> wordsOf(llvm::StringRef Option);

} // namespace asynctidy
