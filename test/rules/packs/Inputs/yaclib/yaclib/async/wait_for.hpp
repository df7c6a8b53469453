// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/async/future.hpp"
#include <chrono>

namespace yaclib {
template <typename Rep, typename Period, typename... Waited>
bool WaitFor(const std::chrono::duration<Rep, Period> &timeout_duration,
             Waited &...fs) noexcept;
}
