// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/coroutine.hh>

namespace seastar::coroutine {
template <typename T = void>
internal::awaiter<future<T>> as_future(future<T> &&) noexcept;
template <typename T = void>
internal::awaiter<future<T>> as_future_without_preemption_check(future<T> &&) noexcept;
} // namespace seastar::coroutine
