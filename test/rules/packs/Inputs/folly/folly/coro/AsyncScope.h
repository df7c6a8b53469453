// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstddef>
#include <folly/coro/Task.h>

namespace folly::coro {
class AsyncScope {
public:
  AsyncScope() noexcept;
  ~AsyncScope();
  std::size_t remaining() const noexcept;
  template <typename A> void add(A &&awaitable, void *returnAddress = nullptr);
  template <typename A> void addWithSourceLoc(A &&awaitable);
  Task<void> joinAsync() noexcept;
};
class CancellableAsyncScope {
public:
  CancellableAsyncScope() noexcept;
  template <typename A> void add(A &&awaitable);
  template <typename A> void addWithSourceLoc(A &&awaitable);
  template <typename T> Task<void> co_schedule(TaskWithExecutor<T> &&task);
  bool requestCancellation() const noexcept;
  Task<void> cancelAndJoinAsync() noexcept;
  Task<void> joinAsync() noexcept;
};
} // namespace folly::coro
