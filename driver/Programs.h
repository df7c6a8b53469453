// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace asynctidy {

/// Runs the program \p Name, from PATH unless it has a folder, without a shell.
/// What it prints, or the first line of what it complains about.
llvm::Expected<std::string>
runProgram(llvm::StringRef Name, llvm::ArrayRef<llvm::StringRef> Arguments);

} // namespace asynctidy
