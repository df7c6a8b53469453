// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include <coroutine>
#include <cstddef>
#include <utility>

namespace tmc {
inline constexpr std::size_t NO_HINT = ~std::size_t(0);
class ex_any {};

namespace detail {
template <typename Result> struct awaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  Result await_resume() noexcept;
};

template <typename Derived> class run_on_mixin {
public:
  template <typename Exec> [[nodiscard]] Derived &&run_on(Exec &&) && {
    return static_cast<Derived &&>(*this);
  }
};
template <typename Derived> class resume_on_mixin {
public:
  template <typename Exec> [[nodiscard]] Derived &&resume_on(Exec &&) && {
    return static_cast<Derived &&>(*this);
  }
};
template <typename Derived> class with_priority_mixin {
public:
  [[nodiscard]] Derived &&with_priority(std::size_t) && {
    return static_cast<Derived &&>(*this);
  }
};
} // namespace detail

template <typename Result> struct [[nodiscard]] task {
  using result_type = Result;
  struct promise_type {
    task get_return_object() noexcept;
    std::suspend_always initial_suspend() const noexcept;
    std::suspend_always final_suspend() const noexcept;
    [[noreturn]] void unhandled_exception() noexcept;
    template <typename Value> void return_value(Value &&value);
  };
  task(task &&) noexcept;
  task &operator=(task &&) noexcept;
  ~task() noexcept;
  detail::awaiter<Result> operator co_await() && noexcept;
};
template <> struct [[nodiscard]] task<void> {
  using result_type = void;
  struct promise_type {
    task get_return_object() noexcept;
    std::suspend_always initial_suspend() const noexcept;
    std::suspend_always final_suspend() const noexcept;
    [[noreturn]] void unhandled_exception() noexcept;
    void return_void() noexcept;
  };
  task(task &&) noexcept;
  task &operator=(task &&) noexcept;
  ~task() noexcept;
  detail::awaiter<void> operator co_await() && noexcept;
};
} // namespace tmc
