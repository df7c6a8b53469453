// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <coroutine>
#include <seastar/core/future.hh>

namespace seastar {
namespace internal {

template <typename T> struct coroutine_promise_base {
  future<T> get_return_object() noexcept;
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept;
};
template <typename T> struct coroutine_promise : coroutine_promise_base<T> {
  template <typename U> void return_value(U &&value);
};
template <> struct coroutine_promise<void> : coroutine_promise_base<void> {
  void return_void() noexcept;
};

template <typename T> struct awaiter {
  bool await_ready() const noexcept;
  template <typename U> void await_suspend(std::coroutine_handle<U> waiting) noexcept {
    std::terminate();
  }
  T await_resume();
};

} // namespace internal

template <typename T> auto operator co_await(future<T> &&) noexcept {
  return internal::awaiter<T>();
}

namespace coroutine {
template <typename Func> class lambda {
public:
  explicit lambda(Func &&func);
  template <typename... Args> decltype(auto) operator()(Args &&...args) const {
    return std::invoke(*func, std::forward<Args>(args)...);
  }

private:
  Func *func;
};
} // namespace coroutine
} // namespace seastar

template <typename T, typename... Args> struct std::coroutine_traits<seastar::future<T>, Args...> {
  using promise_type = seastar::internal::coroutine_promise<T>;
};
