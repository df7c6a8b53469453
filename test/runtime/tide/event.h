// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A flag that tasks can wait for.
#pragma once

#include <tide/activity.h>

#include <coroutine>

namespace tide {

/// Something that happens, for everybody who waits for it.
class event {
public:
  event() = default;
  event(const event &) = delete;
  event &operator=(const event &) = delete;

  /// Lets all go on that wait, and those who come later pass.
  void set() noexcept {
    set_ = true;
    waiting_.wake_all();
  }

  /// From now on those who come wait again. Who was let go on goes on.
  void clear() noexcept { set_ = false; }

  bool is_set() const noexcept { return set_; }

  class [[nodiscard]] waiter final : public detail::wait_queue::entry {
  public:
    explicit waiter(event &awaited) noexcept
        : entry(awaited.waiting_), awaited_(awaited) {}
    bool await_ready() { return interrupt_now() || awaited_.set_; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> coroutine) {
      suspend(coroutine);
    }
    void await_resume() const { throw_if_interrupted(); }

  private:
    const event &awaited_;
  };

  /// Awaited, waits until it is set.
  waiter wait() noexcept { return waiter(*this); }

private:
  bool set_ = false;
  detail::wait_queue waiting_;
};

} // namespace tide
