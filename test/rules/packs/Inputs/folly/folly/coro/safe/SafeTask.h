// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {
enum class safe_alias;
template <safe_alias, typename T>
class [[nodiscard]] safe_task_with_executor {};
template <safe_alias, typename T = void> class [[nodiscard]] safe_task {
public:
  struct promise_type : detail::TaskPromise<T> {
    safe_task get_return_object() noexcept;
  };
  detail::AwaiterOf<T> operator co_await() &&;
};
} // namespace folly::coro
