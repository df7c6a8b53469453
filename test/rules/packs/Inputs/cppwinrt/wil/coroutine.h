// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of WIL of August
// 2026; not the library.
#pragma once

#include <coroutine>

namespace wil {
template <typename T> struct task;
template <typename T> struct com_task;
namespace details::coro {
template <typename T> struct promise_base {
  promise_base *get_return_object() noexcept;
  std::suspend_never initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception() noexcept;
};
template <typename T> struct task_promise : promise_base<T> {
  template <typename U> void return_value(U &&value);
};
template <> struct task_promise<void> : promise_base<void> {
  void return_void();
};
template <typename T> struct agile_awaiter {
  bool await_ready();
  bool await_suspend(std::coroutine_handle<> handle);
  T await_resume();
};
template <typename T> struct task_base {
  task_base(task_base &&) noexcept;
  agile_awaiter<T> resume_any_thread() && noexcept;
  agile_awaiter<T> resume_same_apartment() && noexcept;
  T get() &&;

protected:
  task_base(promise_base<T> *initial = nullptr) noexcept;
};
} // namespace details::coro

template <typename T> struct task : details::coro::task_base<T> {
  task(details::coro::promise_base<T> *initial = nullptr) noexcept;
  details::coro::agile_awaiter<T> operator co_await() && noexcept;
};
template <typename T> struct com_task : details::coro::task_base<T> {
  com_task(details::coro::promise_base<T> *initial = nullptr) noexcept;
  details::coro::agile_awaiter<T> operator co_await() && noexcept;
};
} // namespace wil

template <typename T, typename... Args>
struct std::coroutine_traits<wil::task<T>, Args...> {
  using promise_type = wil::details::coro::task_promise<T>;
};
template <typename T, typename... Args>
struct std::coroutine_traits<wil::com_task<T>, Args...> {
  using promise_type = wil::details::coro::task_promise<T>;
};
