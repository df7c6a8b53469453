// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <vector>

namespace asynctidy {

/// One compilation to look at.
struct Job {
  std::string File;      ///< absolute
  std::string Directory; ///< absolute; where the compiler runs
  /// The whole command line, made fit for clang (see Arguments.h). Empty when
  /// the file cannot contain a coroutine (C, assembler).
  std::vector<std::string> Command;
  /// Why the file cannot even be opened; then there is no command.
  std::string Problem;
};

} // namespace asynctidy
