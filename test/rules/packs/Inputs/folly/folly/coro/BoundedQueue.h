// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstdint>
#include <folly/coro/Task.h>

namespace folly::coro {
template <typename T> class BoundedQueue {
public:
  explicit BoundedQueue(std::uint32_t capacity);
  template <typename U = T> Task<void> enqueue(U &&item);
  template <typename U = T> bool try_enqueue(U &&item);
  Task<T> dequeue();
  Task<T> co_try_dequeue_for(HighResDuration timeout);
  bool try_dequeue(T &item);
};
} // namespace folly::coro
