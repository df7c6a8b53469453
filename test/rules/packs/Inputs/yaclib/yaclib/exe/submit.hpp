// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/exe/executor.hpp"

namespace yaclib {
template <typename Func> void Submit(IExecutor &, Func &&) {}
} // namespace yaclib
