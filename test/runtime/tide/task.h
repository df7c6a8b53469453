// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The coroutine type: lazy, awaited once.
#pragma once

#include <tide/activity.h>

#include <concepts>
#include <coroutine>
#include <exception>
#include <iostream>
#include <optional>
#include <source_location>
#include <type_traits>
#include <utility>
#include <variant>

namespace tide {

template <class T = void> class task;

namespace detail {

/// Tells of a coroutine that was dropped before it ran.
inline void report_never_awaited(const std::source_location &where) {
  if (event_loop *loop = event_loop::running())
    loop->report().never_awaited.push_back(coroutine_name(where));
  else if (run_options().debug)
    std::cerr << "tide: '" << coroutine_name(where) << "' was never awaited\n";
}

/// What the promises of tasks have in common.
class task_promise_base : public frame {
public:
  /// Gives control back to who awaits this coroutine; without one, it was the
  /// activity's first coroutine.
  struct hand_back {
    bool await_ready() const noexcept { return false; }
    template <std::derived_from<task_promise_base> Promise>
    void await_suspend(std::coroutine_handle<Promise> ended) const noexcept {
      const task_promise_base &promise = ended.promise();
      activity &current = activity::current();
      if (promise.awaiter)
        current.continue_with(*promise.awaiter);
      else
        current.end(promise.error_);
    }
    void await_resume() const noexcept {}
  };

  std::suspend_always initial_suspend() const noexcept { return {}; }
  hand_back final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }

protected:
  void rethrow_error() const {
    if (error_)
      std::rethrow_exception(error_);
  }

private:
  std::exception_ptr error_;
};

template <class T> class task_promise : public task_promise_base {
public:
  task<T> get_return_object(
      std::source_location here = std::source_location::current());
  template <std::convertible_to<T> U = T> void return_value(U &&value) {
    value_.emplace(std::forward<U>(value));
  }

  T &result() {
    rethrow_error();
    return *value_;
  }

private:
  std::optional<T> value_;
};

template <> class task_promise<void> : public task_promise_base {
public:
  task<void> get_return_object(
      std::source_location here = std::source_location::current());
  void return_void() const noexcept {}
  void result() const { rethrow_error(); }
};

} // namespace detail

/// A piece of work that begins when it is awaited, or spawned. One that is
/// destroyed before never runs.
template <class T> class [[nodiscard]] task {
  static_assert(!std::is_reference_v<T>,
                "a task gives a value; let it give a pointer");

public:
  using promise_type = detail::task_promise<T>;
  using value_type = T;

  explicit task(promise_type &promise) noexcept : promise_(&promise) {}
  task(task &&other) noexcept
      : promise_(std::exchange(other.promise_, nullptr)),
        started_(other.started_) {}
  task &operator=(task other) noexcept {
    std::swap(promise_, other.promise_);
    std::swap(started_, other.started_);
    return *this;
  }
  ~task() {
    if (!promise_)
      return;
    if (!started_)
      detail::report_never_awaited(promise_->where);
    promise_->handle.destroy();
  }

  class awaiter {
  public:
    explicit awaiter(promise_type &promise) noexcept : promise_(promise) {}
    bool await_ready() const noexcept { return false; }
    template <std::derived_from<detail::frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> caller) const {
      promise_.awaiter = &caller.promise();
      activity::current().continue_with(promise_);
    }
    T await_resume() const {
      if constexpr (std::is_void_v<T>)
        promise_.result();
      else
        return std::move(promise_.result());
    }

  private:
    promise_type &promise_;
  };

  /// Runs it to its end; gives its result, or throws what it threw.
  awaiter operator co_await() && noexcept { return awaiter(start()); }

  // For the runtime's own parts.

  /// The promise, of a task that from now on counts as awaited.
  promise_type &start() noexcept {
    started_ = true;
    return *promise_;
  }

  std::string name() const { return detail::coroutine_name(promise_->where); }

private:
  promise_type *promise_;
  bool started_ = false;
};

template <class T>
task<T> detail::task_promise<T>::get_return_object(std::source_location here) {
  this->handle = std::coroutine_handle<task_promise>::from_promise(*this);
  this->where = here;
  return task<T>(*this);
}

inline task<void>
detail::task_promise<void>::get_return_object(std::source_location here) {
  this->handle = std::coroutine_handle<task_promise>::from_promise(*this);
  this->where = here;
  return task<void>(*this);
}

} // namespace tide
