// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/abort_source.hh>

namespace seastar {
class sleep_aborted : public abort_requested_exception {};
template <typename Clock = std::chrono::steady_clock, typename Rep, typename Period>
future<> sleep(std::chrono::duration<Rep, Period> dur) {
  std::terminate();
}
template <typename Clock = std::chrono::steady_clock>
future<> sleep_abortable(typename Clock::duration dur) {
  std::terminate();
}
template <typename Clock = std::chrono::steady_clock>
future<> sleep_abortable(typename Clock::duration dur, abort_source &as) {
  std::terminate();
}
} // namespace seastar
