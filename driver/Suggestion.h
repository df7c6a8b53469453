// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy {

/// "; did you mean 'X'?" with the one of \p Words most like \p Word, or
/// nothing when none is near.
std::string suggest(llvm::StringRef Word,
                    llvm::ArrayRef<llvm::StringRef> Words);

} // namespace asynctidy
