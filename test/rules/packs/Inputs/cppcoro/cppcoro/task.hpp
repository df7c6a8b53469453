// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <coroutine>
#include <utility>

namespace cppcoro {
namespace detail {
template <typename T> struct awaiter_of {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};
template <typename T> struct awaitable_of {
  awaiter_of<T> operator co_await() const noexcept;
};
struct promise_base {
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
};
template <typename T> struct promise : promise_base {
  void return_value(T);
};
template <> struct promise<void> : promise_base {
  void return_void();
};
template <typename A>
using result_of =
    decltype(std::declval<A>().operator co_await().await_resume());
} // namespace detail

template <typename T = void> class [[nodiscard]] task {
public:
  struct promise_type : detail::promise<T> {
    task get_return_object();
  };
  task(task &&) noexcept;
  ~task();
  bool is_ready() const noexcept;
  detail::awaiter_of<T> operator co_await() const noexcept;
};
} // namespace cppcoro
