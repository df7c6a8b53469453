// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/thread/thread11.h"
#include <coroutine>

namespace photon::coro {
template <typename T> struct CoroutinePromiseBase {
  static std::suspend_always initial_suspend();
  static std::suspend_always final_suspend() noexcept;
  std::suspend_always yield_value(T t);
  std::suspend_always return_value(T t);
  static void unhandled_exception();
};
template <> struct CoroutinePromiseBase<void> {
  static std::suspend_always initial_suspend();
  static std::suspend_always final_suspend() noexcept;
  static std::suspend_always return_void();
  static void unhandled_exception();
};
template <typename T> class Coro {
public:
  struct promise_type : CoroutinePromiseBase<T> {
    Coro get_return_object();
  };
  Coro(Coro &&other) noexcept;
  ~Coro();
  bool await_ready();
  void await_suspend(std::coroutine_handle<> awaiting);
  T await_resume();
};
template <typename T> class Generator {
public:
  struct promise_type : CoroutinePromiseBase<T> {
    Generator get_return_object();
    void await_transform() = delete;
  };
  T operator()();
};
template <typename T> class FixedGenerator {
public:
  struct promise_type : CoroutinePromiseBase<T> {
    FixedGenerator get_return_object();
    void await_transform() = delete;
  };
  T operator()();
};
struct Wrapper {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> awaiting);
  int await_resume();
};
Wrapper usleep(uint64_t time);
Wrapper sleep(uint64_t time);
template <typename T, typename... Args> void async_run(T, Args &&...) {}
template <typename F, typename... Args> int run(F &&, Args &&...) { return 0; }
} // namespace photon::coro
