// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {
namespace detail::adl {
struct WithCancellationFunction {
  template <typename A>
  A operator()(const CancellationToken &token, A awaitable) const;
};
} // namespace detail::adl
FOLLY_DEFINE_CPO(detail::adl::WithCancellationFunction, co_withCancellation)
template <typename T>
Task<T> co_withCancellation(const CancellationToken &token, Task<T> &&task);
} // namespace folly::coro
