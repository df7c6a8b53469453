// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Says what is wrong where llvm::yaml stopped.
#pragma once

#include "llvm/ADT/StringRef.h"
#include <cstddef>
#include <optional>
#include <string>

namespace asynctidy {

/// A message of llvm::yaml in words for people who do not know its tokens.
std::string plainWords(llvm::StringRef Message);

/// What is wrong with \p Word, that was meant for a key.
std::string missingColon(llvm::StringRef Word);

/// The quote that opens a quoted text that never ends, looked for from
/// \p From, which is outside quotes and \p FlowDepth brackets deep.
std::optional<std::size_t>
findUnclosedQuote(llvm::StringRef Text, std::size_t From, unsigned FlowDepth);

} // namespace asynctidy
