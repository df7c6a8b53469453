// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>
#include <cstddef>

namespace folly {
class Latch {
public:
  explicit Latch(std::ptrdiff_t expected);
  void count_down(std::ptrdiff_t n = 1) noexcept;
  bool try_wait() noexcept;
  template <typename R, typename P>
  bool try_wait_for(const std::chrono::duration<R, P> &timeout);
  template <typename C, typename D>
  bool try_wait_until(const std::chrono::time_point<C, D> &deadline);
  void wait() noexcept;
  void arrive_and_wait(std::ptrdiff_t n = 1) noexcept;
};
} // namespace folly
