// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {
class Baton {
public:
  explicit Baton(bool initiallySignalled = false) noexcept;
  bool ready() const noexcept;
  void post() noexcept;
  void reset() noexcept;
  detail::AwaiterOf<void> operator co_await() const noexcept;
};
} // namespace folly::coro
