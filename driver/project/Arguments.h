// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Command lines of real builds, made fit for this clang.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include <optional>
#include <string>
#include <vector>

namespace asynctidy {

/// Whether the command makes a precompiled header; if so, which (absolute) of
/// which header (as written).
struct PchBuild {
  std::string Pch, Header;
};
std::optional<PchBuild> pchBuild(llvm::ArrayRef<std::string> Command,
                                 llvm::StringRef Directory);

/// What else a command is made of.
struct Surroundings {
  std::vector<std::string> Before, After; ///< ExtraArgsBefore, ExtraArgs
  std::string ResourceDir;
  /// From precompiled headers (absolute) to what they are made of.
  llvm::StringMap<std::string> PchHeaders;
};

/// The command that parses \p File (absolute) the way \p Command compiles it:
/// without outputs, other inputs, warnings, and flags that only other compilers
/// know. Empty when \p File is not C++.
std::vector<std::string> fitForClang(llvm::ArrayRef<std::string> Command,
                                     llvm::StringRef File,
                                     llvm::StringRef Directory,
                                     const Surroundings &Around);

/// Drops from \p Command the code generation flags that \p Errors quote.
/// Returns whether there were any.
bool dropRefused(std::vector<std::string> &Command,
                 llvm::ArrayRef<std::string> Errors);

} // namespace asynctidy
