// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace asynctidy {

/// The URI of the page of the check \p Name, for editors to open; nothing where
/// this program is not installed with its documentation.
std::optional<std::string> installedPageOf(llvm::StringRef Name);

} // namespace asynctidy
