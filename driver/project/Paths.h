// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy {

/// \p Path without dots, seen from \p Folder (by default the working
/// directory). Links are not followed: users know files by the names they gave.
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Folder = "");

} // namespace asynctidy
