// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy::report {

/// \p Text as a terminal can show it on one line: what is no character, or
/// would command the terminal, as its bytes: <1B>. Names of files may hold
/// anything, and so may the code.
std::string printable(llvm::StringRef Text);

/// The same for a line of code, with tabs made spaces. Columns before a place
/// grow with it.
std::string printableCode(llvm::StringRef Line);

/// The same for JSON, which can say the character itself: \u009b. What LLVM
/// writes has only those below 32 so.
std::string printableJson(llvm::StringRef Json);

/// A path to print at the start of a line. CI systems take a line that starts
/// with `::` for a command to them.
std::string printablePath(llvm::StringRef Path);

} // namespace asynctidy::report
