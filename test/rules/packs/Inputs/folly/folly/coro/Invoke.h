// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {
struct co_invoke_fn {
  template <typename F, typename... Args>
  constexpr auto operator()(F &&f, Args &&...a) const
      -> decltype(f(static_cast<Args &&>(a)...)) {
    __builtin_trap();
  }
};
FOLLY_DEFINE_CPO(co_invoke_fn, co_invoke)
} // namespace folly::coro
