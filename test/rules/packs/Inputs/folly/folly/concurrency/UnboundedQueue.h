// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>
#include <folly/Optional.h>

namespace folly {
template <typename T, bool SingleProducer, bool SingleConsumer, bool MayBlock>
class UnboundedQueue {
public:
  void enqueue(T &&arg);
  T dequeue() noexcept;
  void dequeue(T &item) noexcept;
  bool try_dequeue(T &item) noexcept;
  template <typename R, typename P>
  bool try_dequeue_for(T &item,
                       const std::chrono::duration<R, P> &duration) noexcept;
  template <typename R, typename P>
  Optional<T>
  try_dequeue_for(const std::chrono::duration<R, P> &duration) noexcept;
  template <typename C, typename D>
  bool
  try_dequeue_until(T &item,
                    const std::chrono::time_point<C, D> &deadline) noexcept;
};
template <typename T, bool MayBlock>
using UMPMCQueue = UnboundedQueue<T, false, false, MayBlock>;
} // namespace folly
