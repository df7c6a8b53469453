// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {
namespace detail {
struct co_current_executor_ : AwaiterOf<Executor *> {};
struct co_reschedule_on_current_executor_ : AwaiterOf<void> {};
struct co_current_cancellation_token_ : AwaiterOf<const CancellationToken &> {};
} // namespace detail
struct co_safe_point_t : detail::AwaiterOf<void> {};
inline constexpr detail::co_current_executor_ co_current_executor{};
inline constexpr detail::co_reschedule_on_current_executor_
    co_reschedule_on_current_executor{};
inline constexpr detail::co_current_cancellation_token_
    co_current_cancellation_token{};
inline constexpr co_safe_point_t co_safe_point{};
} // namespace folly::coro
