// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>

namespace folly {
template <bool MayBlock = true> class Baton {
public:
  bool ready() const noexcept;
  void post() noexcept;
  void wait() noexcept;
  bool try_wait() noexcept;
  template <typename R, typename P>
  bool try_wait_for(const std::chrono::duration<R, P> &timeout);
  template <typename C, typename D>
  bool try_wait_until(const std::chrono::time_point<C, D> &deadline);
  template <typename R, typename P>
  bool timed_wait(const std::chrono::duration<R, P> &timeout);
};
} // namespace folly
