// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {
template <typename Rep, typename Period> Lazy<void> sleep(std::chrono::duration<Rep, Period> dur) {
  std::terminate();
}
template <typename Rep, typename Period>
Lazy<void> sleep(Executor *ex, std::chrono::duration<Rep, Period> dur) {
  std::terminate();
}
} // namespace async_simple::coro
