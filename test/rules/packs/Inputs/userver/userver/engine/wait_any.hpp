// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace userver {
inline namespace v2_5 {
namespace engine {
template <typename... Tasks>
std::optional<std::size_t> WaitAny(Tasks &...tasks);
template <typename... Tasks, typename Rep, typename Period>
std::optional<std::size_t>
WaitAnyFor(const std::chrono::duration<Rep, Period> &duration, Tasks &...tasks);
template <typename... Tasks, typename Clock, typename Duration>
std::optional<std::size_t>
WaitAnyUntil(const std::chrono::time_point<Clock, Duration> &until,
             Tasks &...tasks);
} // namespace engine
} // namespace v2_5
} // namespace userver
