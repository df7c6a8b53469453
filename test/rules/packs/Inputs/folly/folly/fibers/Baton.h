// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>

namespace folly::fibers {
class Baton {
public:
  void wait();
  bool try_wait();
  template <typename R, typename P>
  bool try_wait_for(const std::chrono::duration<R, P> &timeout);
  template <typename C, typename D>
  bool try_wait_until(const std::chrono::time_point<C, D> &deadline);
  template <typename R, typename P>
  bool timed_wait(const std::chrono::duration<R, P> &timeout);
  void post();
};
} // namespace folly::fibers
