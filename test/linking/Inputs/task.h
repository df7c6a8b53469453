// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The coroutine types of the tests of linking: few and quickly parsed, since
// each program is analysed many times.
#pragma once

#include <coroutine>

namespace co {

/// What the promises of lazy tasks have in common.
struct lazy_promise {
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
};

/// Runs when awaited.
template <typename T = void> struct [[nodiscard]] task {
  struct promise_type : lazy_promise {
    task get_return_object();
    void return_value(T);
  };
  bool await_ready() const noexcept;
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>);
  T await_resume();
};

template <> struct [[nodiscard]] task<void> {
  struct promise_type : lazy_promise {
    task get_return_object();
    void return_void();
  };
  bool await_ready() const noexcept;
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>);
  void await_resume();
};

/// Something to await that is no task: an event of the loop.
struct event {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept;
};

/// Threads where blocking is fine, and the loop. What these do is said by the
/// rules in co.yaml, which programs that need it copy into their async-tidy.yaml.
struct pool {
  event schedule();
};
struct loop {
  event schedule();
};
template <typename T> void spawn(pool &, task<T>);
template <typename T> void spawn(loop &, task<T>);
template <typename F> void post(pool &, F) {}
template <typename F> void post(loop &, F) {}

} // namespace co
