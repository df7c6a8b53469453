// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringRef.h"

namespace asynctidy {

/// Whether the brackets of a JSON or YAML text go deeper than anybody writes
/// by hand. LLVM's parsers recurse, and run out of stack.
bool isNestedTooDeeply(llvm::StringRef Text);

} // namespace asynctidy
