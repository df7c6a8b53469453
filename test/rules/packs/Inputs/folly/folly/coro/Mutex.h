// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>
#include <mutex>

namespace folly::coro {
class Mutex {
public:
  Mutex() noexcept;
  bool try_lock() noexcept;
  void unlock() noexcept;
  [[nodiscard]] detail::AwaiterOf<std::unique_lock<Mutex>>
  co_scoped_lock() noexcept;
  [[nodiscard]] detail::AwaiterOf<void> co_lock() noexcept;
};
} // namespace folly::coro
