// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Starting work that runs beside its starter, and the handle to it.
#pragma once

#include <tide/task.h>

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace tide {
namespace detail {

/// An activity, with the task it runs.
template <class T> class activity_of final : public activity {
public:
  activity_of(event_loop &loop, task<T> work, std::string name)
      : activity(loop, name.empty() ? work.name() : std::move(name)),
        work_(std::move(work)) {}

  void start() { activity::start(work_.start()); }
  void abandon() noexcept override {
    const task<T> destroyed = std::move(work_);
  }

  /// The result, or throws what it ended with. It must be done.
  decltype(auto) result() {
    if (auto error = this->error())
      std::rethrow_exception(error);
    return work_.start().result();
  }

private:
  task<T> work_;
};

/// Starts \p work on this thread's loop.
template <class T>
std::shared_ptr<activity_of<T>> start_activity(task<T> work,
                                               std::string name = {}) {
  auto started = std::make_shared<activity_of<T>>(
      event_loop::current(), std::move(work), std::move(name));
  started->start();
  return started;
}

/// Waits until an activity has ended. A request to stop is handed on to it, and
/// delivered when it has ended.
class join_awaiter : public suspension, completion_observer {
public:
  explicit join_awaiter(std::shared_ptr<activity> joined)
      : joined_(std::move(joined)) {}
  ~join_awaiter() { joined_->remove_observer(*this); }

  bool await_ready() const {
    if (joined_.get() == &activity::current())
      throw loop_error("'" + joined_->name() + "' would wait for itself");
    if (activity::current().has_request())
      joined_->cancel();
    return joined_->done();
  }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> coroutine) {
    suspend(coroutine);
    joined_->add_observer(*this);
  }
  void await_resume() const {
    if (activity::current().take_request())
      throw cancelled();
  }

private:
  bool withdraw() noexcept override {
    joined_->cancel();
    return false;
  }
  void on_completion(activity &) noexcept override { wake(); }

  const std::shared_ptr<activity> joined_;
};

/// The same, for the result: \p Result is T or T&.
template <class T, class Result>
class result_awaiter final : public join_awaiter {
public:
  explicit result_awaiter(const std::shared_ptr<activity_of<T>> &joined)
      : join_awaiter(joined), joined_(*joined) {}
  Result await_resume() const {
    join_awaiter::await_resume();
    if constexpr (std::is_same_v<Result, T> && !std::is_void_v<T>)
      return std::move(joined_.result());
    else
      return joined_.result();
  }

private:
  activity_of<T> &joined_;
};

} // namespace detail

/// Work that was started. Whoever drops it lets the work go on, but nobody will
/// see its result or its error any more.
template <class T> class handle {
public:
  explicit handle(std::shared_ptr<detail::activity_of<T>> started) noexcept
      : activity_(std::move(started)) {}
  handle(handle &&) noexcept = default;
  handle &operator=(handle &&) noexcept = default;

  const std::string &name() const noexcept { return activity_->name(); }
  bool done() const noexcept { return activity_->done(); }
  bool cancelled() const noexcept { return activity_->was_cancelled(); }

  /// Asks it to stop.
  void cancel() { activity_->cancel(); }

  /// What it ended with instead of a value, if so.
  std::exception_ptr error() const { return ended().error(); }

  /// Its result, or throws what it ended with.
  decltype(auto) result() const { return ended().result(); }

  /// Calls \p f soon after it has ended.
  void add_done_callback(std::function<void()> f) {
    activity_->add_done_callback(std::move(f));
  }

  /// Waits until it has ended, however.
  detail::join_awaiter join() const { return detail::join_awaiter(activity_); }

  /// Waits for its result, or throws what it ended with.
  auto operator co_await() const & {
    return detail::result_awaiter<T, std::add_lvalue_reference_t<T>>(activity_);
  }
  auto operator co_await() && {
    return detail::result_awaiter<T, T>(activity_);
  }

private:
  detail::activity_of<T> &ended() const {
    if (!activity_->done())
      throw loop_error("'" + name() + "' has not ended yet");
    return *activity_;
  }

  std::shared_ptr<detail::activity_of<T>> activity_;
};

/// Starts \p work: it runs from the loop's next turn on, whatever its starter
/// does. Throws loop_error outside of a loop.
template <class T>
[[nodiscard]] handle<T> spawn(task<T> work, std::string name = {}) {
  return handle<T>(detail::start_activity(std::move(work), std::move(name)));
}

} // namespace tide
