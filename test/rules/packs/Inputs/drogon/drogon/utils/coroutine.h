// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include <chrono>
#include <coroutine>
#include <functional>
#include <future>
#include <mutex>
#include <trantor/net/EventLoop.h>
#include <vector>

namespace drogon {
template <typename T = void> struct CallbackAwaiter {
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<> handle);
  T await_resume() noexcept(false);

protected:
  void setException(const std::exception_ptr &e);
};

template <typename T> struct task_awaiter {
  bool await_ready() noexcept;
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};

template <typename T = void> struct [[nodiscard]] Task {
  Task(Task &&other) noexcept;
  ~Task();
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void return_value(const T &v);
    void unhandled_exception();
  };
  task_awaiter<T> operator co_await() const noexcept;
};
template <> struct [[nodiscard]] Task<void> {
  Task(Task &&other) noexcept;
  ~Task();
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  task_awaiter<void> operator co_await() const noexcept;
};

struct AsyncTask {
  struct promise_type {
    AsyncTask get_return_object() noexcept;
    std::suspend_never initial_suspend() const noexcept;
    std::suspend_never final_suspend() const noexcept;
    void return_void() noexcept;
    void unhandled_exception();
  };
};

template <typename T> auto sync_wait(Task<T> &&) -> T;
template <typename T> auto co_future(Task<T> &&) -> std::future<T>;
template <typename Coro> void async_run(Coro &&) {}
template <typename Coro> std::function<void()> async_func(Coro &&) {
  return {};
}

namespace internal {
struct [[nodiscard]] TimerAwaiter : CallbackAwaiter<void> {};
struct [[nodiscard]] LoopAwaiter : CallbackAwaiter<void> {};
struct [[nodiscard]] SwitchThreadAwaiter : CallbackAwaiter<void> {};
template <typename T>
struct [[nodiscard]] EventLoopAwaiter : CallbackAwaiter<T> {};
template <typename... Tasks> struct WhenAllAwaiter : CallbackAwaiter<void> {};
} // namespace internal

internal::TimerAwaiter sleepCoro(trantor::EventLoop *loop,
                                 const std::chrono::duration<double> &delay)
    noexcept;
internal::TimerAwaiter sleepCoro(trantor::EventLoop *loop,
                                 double delay) noexcept;
internal::LoopAwaiter queueInLoopCoro(trantor::EventLoop *workLoop,
                                      std::function<void()> taskFunc,
                                      trantor::EventLoop *resumeLoop = nullptr);
template <typename T>
internal::EventLoopAwaiter<T> queueInLoopCoro(trantor::EventLoop *loop,
                                              std::function<T()> task);
internal::SwitchThreadAwaiter
switchThreadCoro(trantor::EventLoop *loop) noexcept;

template <typename... Tasks>
internal::WhenAllAwaiter<Tasks...> when_all(Tasks... tasks);
template <typename T>
internal::WhenAllAwaiter<std::vector<Task<T>>>
when_all(std::vector<Task<T>> tasks);

class Mutex final {
  struct CoroMutexAwaiter : CallbackAwaiter<void> {};
  struct ScopedCoroMutexAwaiter : CallbackAwaiter<std::unique_lock<Mutex>> {};

public:
  bool try_lock() noexcept;
  [[nodiscard]] ScopedCoroMutexAwaiter
  scoped_lock(trantor::EventLoop *loop = nullptr) noexcept;
  [[nodiscard]] CoroMutexAwaiter
  lock(trantor::EventLoop *loop = nullptr) noexcept;
  void unlock() noexcept;
};
} // namespace drogon
