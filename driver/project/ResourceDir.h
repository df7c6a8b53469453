// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/Support/Error.h"
#include <string>

namespace asynctidy {

/// The folder of the headers that are clang's own (stddef.h and others), which
/// must be those of the clang in this process. Looked up when the tool runs:
/// it may have been installed elsewhere than where it was built.
llvm::Expected<std::string> findResourceDir();

} // namespace asynctidy
