// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/async/future.hpp"
#include <chrono>

namespace yaclib {
template <typename Clock, typename Duration, typename... Waited>
bool WaitUntil(const std::chrono::time_point<Clock, Duration> &timeout_time,
               Waited &...fs) noexcept;
}
