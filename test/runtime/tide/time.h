// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sleeping, giving way, and deadlines.
#pragma once

#include <tide/task.h>

#include <concepts>
#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace tide {

/// The time that this thread's loop goes by.
inline time_point now() { return event_loop::current().now(); }

namespace detail {

class sleep_awaiter final : public suspension {
public:
  explicit sleep_awaiter(time_point until) : until_(until) {}
  bool await_ready() { return interrupt_now(); }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> coroutine) {
    suspend(coroutine);
    timer_.emplace(event_loop::current(), until_, [this] { wake(); });
  }
  void await_resume() const { throw_if_interrupted(); }

private:
  bool withdraw() noexcept override {
    timer_.reset();
    return true;
  }

  time_point until_;
  std::optional<event_loop::timer> timer_;
};

class yield_awaiter final : public suspension {
public:
  bool await_ready() { return interrupt_now(); }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> coroutine) {
    suspend(coroutine);
    wake();
  }
  void await_resume() const { throw_if_interrupted(); }

private:
  bool withdraw() noexcept override { return false; }
};

/// What a callable's task gives.
template <class F, class... Arguments>
using result_of = typename std::invoke_result_t<F &, Arguments...>::value_type;

} // namespace detail

inline detail::sleep_awaiter sleep_until(time_point when) {
  return detail::sleep_awaiter(when);
}
inline detail::sleep_awaiter sleep_for(duration time) {
  return sleep_until(event_loop::current().after(time));
}

/// Lets all others run that are ready.
inline detail::yield_awaiter yield_now() { return {}; }

class timeout_scope;

/// Awaits \p body, a function of a timeout_scope & that gives a task; throws
/// timeout_error if it has not ended by \p deadline, after it was stopped.
template <class Body, class T = detail::result_of<Body, timeout_scope &>>
task<T> with_deadline(time_point deadline, Body body);

/// A deadline for what is awaited while it lives.
class timeout_scope {
public:
  explicit timeout_scope(time_point deadline) { reschedule(deadline); }
  timeout_scope(const timeout_scope &) = delete;
  timeout_scope &operator=(const timeout_scope &) = delete;

  /// Moves the deadline, unless it has passed.
  void reschedule(time_point deadline) {
    deadline_ = deadline;
    if (!expired_)
      timer_.emplace(event_loop::current(), deadline, [this] { expire(); });
  }

  time_point deadline() const noexcept { return deadline_; }
  bool expired() const noexcept { return expired_; }

private:
  template <class Body, class T>
  friend task<T> with_deadline(time_point deadline, Body body);

  void expire() {
    expired_ = true;
    stop_body_.make();
  }

  detail::own_request stop_body_;
  time_point deadline_;
  bool expired_ = false;
  std::optional<event_loop::timer> timer_;
};

template <class Body, class T>
task<T> with_deadline(time_point deadline, Body body) {
  timeout_scope scope(deadline);
  try {
    co_return co_await body(scope);
  } catch (const cancelled &) {
    if (!scope.stop_body_.take_back()) {
      activity::current().take_request(); // 'cancelled' is on its way already
      throw;
    }
  }
  throw timeout_error();
}

/// The same; the time begins when it is awaited.
template <class Body, class T = detail::result_of<Body, timeout_scope &>>
task<T> with_timeout(duration time, Body body) {
  co_return co_await with_deadline(event_loop::current().after(time),
                                   std::move(body));
}

/// Awaits \p work; throws timeout_error if it takes longer than \p time, after
/// it was stopped.
template <class T> task<T> wait_for(task<T> work, duration time) {
  co_return co_await with_timeout(
      time, [&](timeout_scope &) { return std::move(work); });
}

} // namespace tide
