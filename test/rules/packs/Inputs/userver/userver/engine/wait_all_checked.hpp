// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <chrono>

namespace userver {
inline namespace v2_5 {
namespace engine {
enum class FutureStatus { kReady, kTimeout, kCancelled };
template <typename... Tasks> void WaitAllChecked(Tasks &...tasks);
template <typename... Tasks, typename Rep, typename Period>
[[nodiscard]] FutureStatus
WaitAllCheckedFor(const std::chrono::duration<Rep, Period> &duration,
                  Tasks &...tasks);
template <typename... Tasks, typename Clock, typename Duration>
[[nodiscard]] FutureStatus
WaitAllCheckedUntil(const std::chrono::time_point<Clock, Duration> &until,
                    Tasks &...tasks);
} // namespace engine
} // namespace v2_5
} // namespace userver
