// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {
template <typename T> class [[nodiscard]] now_task_with_executor {};
template <typename T = void> class [[nodiscard]] now_task {
public:
  struct promise_type : detail::TaskPromise<T> {
    now_task get_return_object() noexcept;
  };
  detail::AwaiterOf<T> operator co_await() &&;
};
} // namespace folly::coro
