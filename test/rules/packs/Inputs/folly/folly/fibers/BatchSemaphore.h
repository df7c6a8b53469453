// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstdint>
#include <folly/coro/Task.h>

namespace folly::fibers {
class BatchSemaphore {
public:
  void wait(std::int64_t tokens);
  bool try_wait(std::int64_t tokens);
  coro::Task<void> co_wait(std::int64_t tokens);
};
} // namespace folly::fibers
