// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstdint>
#include <folly/coro/Task.h>

namespace folly::coro {
template <typename F, typename D>
auto retryWhen(F func, D retryDelay) -> decltype(func()) {
  __builtin_trap();
}
template <typename F>
auto retryN(std::uint32_t maxRetries, F &&func) -> decltype(func()) {
  __builtin_trap();
}
template <typename F>
auto retryWithExponentialBackoff(std::uint32_t maxRetries, HighResDuration min,
                                 HighResDuration max, double jitter, F &&func)
    -> decltype(func()) {
  __builtin_trap();
}
} // namespace folly::coro
