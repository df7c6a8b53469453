// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/SharedLock.h>
#include <folly/coro/Task.h>

namespace folly::coro {
class SharedMutexFair {
public:
  [[nodiscard]] detail::AwaiterOf<SharedLock<SharedMutexFair>>
  co_scoped_lock_shared() noexcept;
  void unlock_shared() noexcept;
};
using SharedMutex = SharedMutexFair;
} // namespace folly::coro
