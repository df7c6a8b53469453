// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>
#include <cstddef>

namespace folly {
template <typename T> class MPMCQueue;
namespace detail {
template <typename Derived> class MPMCQueueBase;
template <typename T> class MPMCQueueBase<MPMCQueue<T>> {
public:
  template <typename... Args> void blockingWrite(Args &&...args) noexcept;
  template <typename C, typename... Args>
  bool tryWriteUntil(const std::chrono::time_point<C> &when,
                     Args &&...args) noexcept;
  void blockingRead(T &elem) noexcept;
  template <typename C>
  bool tryReadUntil(const std::chrono::time_point<C> &when, T &elem) noexcept;
};
} // namespace detail
template <typename T>
class MPMCQueue : public detail::MPMCQueueBase<MPMCQueue<T>> {
public:
  explicit MPMCQueue(std::size_t capacity);
  template <typename... Args> void blockingWrite(Args &&...args) noexcept;
};
} // namespace folly
