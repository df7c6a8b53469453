// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A semaphore: so many at once, first come, first served.
#pragma once

#include <tide/activity.h>

#include <coroutine>
#include <cstddef>
#include <utility>

namespace tide {

/// Hands out a limited number of permits. One that is given back goes to the
/// task that waits longest, so that a newcomer never overtakes it.
class semaphore {
public:
  class permit;
  class acquisition;

  explicit semaphore(std::size_t permits) noexcept : available_(permits) {}
  semaphore(const semaphore &) = delete;
  semaphore &operator=(const semaphore &) = delete;

  /// Awaited, waits for a permit and gives it.
  acquisition acquire() noexcept;

  /// How many permits can be had without waiting.
  std::size_t available() const noexcept { return available_; }

private:
  void give_back() noexcept;

  std::size_t available_; // none while somebody waits
  detail::wait_queue waiting_;
};

/// The right to be one of so many. It is given back at the end of its life.
class [[nodiscard]] semaphore::permit {
public:
  permit(permit &&other) noexcept
      : owner_(std::exchange(other.owner_, nullptr)) {}
  permit &operator=(permit other) noexcept {
    std::swap(owner_, other.owner_);
    return *this;
  }
  ~permit() { release(); }

  /// Gives it back early.
  void release() noexcept {
    if (auto *owner = std::exchange(owner_, nullptr))
      owner->give_back();
  }

  /// The semaphore it is of; null once it was given back.
  const semaphore *owner() const noexcept { return owner_; }

private:
  friend acquisition;

  explicit permit(semaphore &owner) noexcept : owner_(&owner) {}

  semaphore *owner_;
};

/// Waits for a permit.
class [[nodiscard]] semaphore::acquisition : public detail::wait_queue::entry {
public:
  ~acquisition() {
    if (granted_) // the coroutine was destroyed before it could take it
      owner_.give_back();
  }

  bool await_ready() {
    if (interruptible_ && interrupt_now())
      return true;
    granted_ = owner_.available_ != 0;
    owner_.available_ -= granted_;
    return granted_;
  }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> coroutine) {
    suspend(coroutine);
  }
  permit await_resume() {
    throw_if_interrupted();
    granted_ = false;
    return permit(owner_);
  }

protected:
  friend semaphore;

  explicit acquisition(semaphore &owner, bool interruptible = true) noexcept
      : entry(owner.waiting_), owner_(owner), interruptible_(interruptible) {}

private:
  bool withdraw() noexcept override {
    return interruptible_ && entry::withdraw();
  }

  semaphore &owner_;
  const bool interruptible_; // by a request to stop
  bool granted_ = false;
};

inline semaphore::acquisition semaphore::acquire() noexcept {
  return acquisition(*this);
}

inline void semaphore::give_back() noexcept {
  if (auto *next = waiting_.wake_one())
    static_cast<acquisition *>(next)->granted_ = true;
  else
    ++available_;
}

} // namespace tide
