// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/async/future.hpp"
#include <chrono>
#include <coroutine>
#include <cstddef>

namespace yaclib {
namespace detail {
struct EventAwaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume() const noexcept;
};
} // namespace detail

class OneShotEvent {
public:
  bool Ready() noexcept;
  void Wait() noexcept;
  template <typename Rep, typename Period>
  bool WaitFor(const std::chrono::duration<Rep, Period> &timeout_duration);
  template <typename Clock, typename Duration>
  bool WaitUntil(const std::chrono::time_point<Clock, Duration> &timeout_time);
  detail::EventAwaiter AwaitOn(IExecutor &e) noexcept;
  detail::EventAwaiter operator co_await() noexcept;
  void Set() noexcept;
};

template <typename Event = OneShotEvent> class WaitGroup final {
public:
  explicit WaitGroup(std::size_t count = 0) noexcept;
  void Add(std::size_t count = 1) noexcept;
  void Done(std::size_t count = 1) noexcept;
  template <typename... V, typename... E>
  void Consume(FutureBase<V, E> &&...futures) noexcept;
  template <typename... V, typename... E>
  void Attach(FutureBase<V, E> &...futures) noexcept;
  void Wait() noexcept;
  template <typename Rep, typename Period>
  bool WaitFor(const std::chrono::duration<Rep, Period> &timeout_duration);
  template <typename Clock, typename Duration>
  bool WaitUntil(const std::chrono::time_point<Clock, Duration> &timeout_time);
  detail::EventAwaiter AwaitOn(IExecutor &e) noexcept;
  detail::EventAwaiter operator co_await() noexcept;
};
} // namespace yaclib
