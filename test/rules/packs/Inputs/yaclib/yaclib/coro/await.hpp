// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/algo/wait_group.hpp"
#include "yaclib/async/future.hpp"
#include "yaclib/lazy/task.hpp"

namespace yaclib {
namespace detail {
template <typename V> struct SingleAwaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  V await_resume();
};
} // namespace detail
template <typename... Waited> detail::EventAwaiter Await(Waited &...waited) noexcept;
template <typename... Waited>
detail::EventAwaiter AwaitInline(Waited &...waited) noexcept;
template <typename... Waited>
detail::EventAwaiter AwaitSticky(Waited &...waited) noexcept;
template <typename V, typename E>
detail::SingleAwaiter<V> operator co_await(FutureBase<V, E> &&future) noexcept;
template <typename V, typename E>
detail::SingleAwaiter<V> operator co_await(Task<V, E> &&task) noexcept;
} // namespace yaclib
