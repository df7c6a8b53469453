// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstddef>
#include <folly/coro/Task.h>

namespace folly::fibers {
class Semaphore {
public:
  explicit Semaphore(std::size_t tokenCount);
  void signal();
  void wait();
  bool try_wait();
  coro::Task<void> co_wait();
  coro::Task<void> co_try_wait_for(HighResDuration timeout);
};
} // namespace folly::fibers
