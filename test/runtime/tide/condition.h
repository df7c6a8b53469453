// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Waiting, with a lock, for what another task does under that lock.
#pragma once

#include <tide/mutex.h>
#include <tide/task.h>

#include <concepts>
#include <coroutine>
#include <stdexcept>
#include <utility>

namespace tide {

/// Where tasks wait, without the lock, to be told that what it protects has
/// changed.
class condition {
public:
  explicit condition(mutex &lock) noexcept : lock_(lock) {}
  condition(const condition &) = delete;
  condition &operator=(const condition &) = delete;

  /// Lets go of the lock, waits to be notified, and takes the lock again. It is
  /// held also when this throws: a request to stop waits for it.
  task<> wait(mutex::guard &held) {
    if (!held.is_of(lock_))
      throw std::logic_error("waiting for a condition without its lock");
    waiter self(*this, held);
    co_await self;
    if (!held.owns_lock())
      held = co_await lock_.lock_whatever_comes();
    if (!self.take_notification())
      throw cancelled();
  }

  /// Waits until \p holds, which is asked with the lock held.
  template <std::predicate Predicate>
  task<> wait(mutex::guard &held, Predicate holds) {
    while (!holds())
      co_await wait(held);
  }

  /// Lets the one go on that waits longest.
  void notify_one() noexcept {
    if (auto *first = waiting_.wake_one())
      static_cast<waiter *>(first)->notified_ = true;
  }

  /// Lets all go on, one after the other.
  void notify_all() noexcept {
    while (!waiting_.empty())
      notify_one();
  }

private:
  class waiter final : public detail::wait_queue::entry {
  public:
    waiter(condition &awaited, mutex::guard &held) noexcept
        : entry(awaited.waiting_), awaited_(awaited), held_(held) {}
    ~waiter() {
      if (notified_) // the coroutine was destroyed before it could act on it
        awaited_.notify_one();
    }

    bool await_ready() { return interrupt_now(); }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> coroutine) {
      suspend(coroutine);
      held_.unlock();
    }
    void await_resume() const noexcept {}

    /// Whether it was notified, and not interrupted.
    bool take_notification() noexcept {
      return std::exchange(notified_, false);
    }

  private:
    friend condition;

    condition &awaited_;
    mutex::guard &held_;
    bool notified_ = false;
  };

  mutex &lock_;
  detail::wait_queue waiting_;
};

} // namespace tide
