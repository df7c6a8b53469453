// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>

namespace folly {
template <typename T, bool MayBlock> class DynamicBoundedQueue {
public:
  void enqueue(T &&v);
  bool try_enqueue(T &&v);
  template <typename R, typename P>
  bool try_enqueue_for(T &&v, const std::chrono::duration<R, P> &duration);
  template <typename C, typename D>
  bool try_enqueue_until(T &&v, const std::chrono::time_point<C, D> &deadline);
  void dequeue(T &elem);
  bool try_dequeue(T &elem);
  template <typename R, typename P>
  bool try_dequeue_for(T &elem, const std::chrono::duration<R, P> &duration);
  template <typename C, typename D>
  bool try_dequeue_until(T &elem,
                         const std::chrono::time_point<C, D> &deadline);
};
} // namespace folly
