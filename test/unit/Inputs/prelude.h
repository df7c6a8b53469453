// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the snippets of the unit tests are made of. Only declared, where what a
// function does plays no role.
#pragma once

#include <coroutine>
#include <utility>

namespace own {

struct promise_base {
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
};
template <typename T> struct returns {
  void return_value(T);
};
template <> struct returns<void> {
  void return_void();
};

/// Runs when awaited, once; may be empty.
template <typename T = void> class lazy {
public:
  struct promise_type : promise_base, returns<T> {
    std::suspend_always initial_suspend() noexcept;
    lazy get_return_object();
  };

  lazy() noexcept;
  lazy(lazy &&) noexcept;
  lazy &operator=(lazy &&) noexcept;
  ~lazy();

  explicit operator bool() const noexcept;
  bool valid() const noexcept;
  void start();

  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};

/// Runs at once.
template <typename T = void> class eager {
public:
  struct promise_type : promise_base, returns<T> {
    std::suspend_never initial_suspend() noexcept;
    eager get_return_object();
  };

  eager(eager &&) noexcept;
  ~eager();

  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};

/// Synchronous: its body runs when it is iterated.
template <typename T> struct generator {
  struct promise_type : promise_base, returns<void> {
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always yield_value(T);
    generator get_return_object();
  };
};

} // namespace own

own::lazy<int> fetch(int = 0);
own::lazy<> save();
own::eager<> begin();
void take(own::lazy<int>);
void look(const own::lazy<int> &);

bool flag();
bool other();
void call();
void quiet() noexcept;
[[noreturn]] void fail();
