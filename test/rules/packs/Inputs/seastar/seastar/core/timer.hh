// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <chrono>
#include <seastar/util/noncopyable_function.hh>

namespace seastar {
template <typename Clock = std::chrono::steady_clock> class timer {
public:
  timer() noexcept;
  explicit timer(noncopyable_function<void()> &&callback) noexcept;
  void set_callback(noncopyable_function<void()> &&callback) noexcept;
  void arm(typename Clock::duration delta) noexcept;
};
} // namespace seastar
