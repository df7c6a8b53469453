// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>
#include <folly/executors/DrivableExecutor.h>

namespace folly::coro {
struct blocking_wait_fn {
  template <typename A>
  auto operator()(A &&awaitable) const
      -> decltype(std::move(awaitable).operator co_await().await_resume());
  template <typename A>
  auto operator()(A &&awaitable, DrivableExecutor *executor) const
      -> decltype(std::move(awaitable).operator co_await().await_resume());
};
inline constexpr blocking_wait_fn blocking_wait{};
static constexpr blocking_wait_fn const &blockingWait = blocking_wait;
} // namespace folly::coro
