// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/lazy/task.hpp"

namespace yaclib {
template <typename E = StopError, typename Func>
auto Schedule(IExecutor &, Func &&) {
  return Task<std::invoke_result_t<Func>, E>(nullptr);
}
} // namespace yaclib
