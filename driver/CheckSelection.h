// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace asynctidy {

/// The elements of a glob list (they stand between commas or line ends).
std::vector<std::string> splitGlobs(llvm::StringRef Globs);

/// The checks that are on when nobody says anything, as a glob list.
std::string defaultGlobs();

/// Of the Checks of a .clang-tidy, which is written for clang-tidy, the part
/// that is about us: the globs that name `async-`. So `-*,bugprone-*` does not
/// switch the tool off.
std::string globsAboutUs(llvm::StringRef Globs);

/// The globs of \p Globs, written for us, that match no check, each as
/// "unknown check 'async-blokcing-call'; did you mean ...".
std::vector<std::string> unknownChecks(llvm::StringRef Globs);

/// What is wrong with the value of --checks: names of ours that do not exist,
/// or nothing of ours at all.
std::optional<std::string> mistakeInChecks(llvm::StringRef Globs);

/// The message about a check that does not exist.
std::string unknownCheck(llvm::StringRef Name);

} // namespace asynctidy
