// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <utility>

namespace folly {
template <typename Signature> class Function;
template <typename R, typename... Args> class Function<R(Args...)> {
public:
  Function() noexcept;
  Function(Function &&) noexcept;
  template <typename F> Function(F) noexcept {}
  ~Function();
  R operator()(Args...);
};
using Func = Function<void()>;
} // namespace folly
