// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy::report {

/// \p Path as a URI (RFC 3986): a reference relative to the project root, or,
/// where the path is absolute, `file:///...`.
std::string uriOf(llvm::StringRef Path);

} // namespace asynctidy::report
