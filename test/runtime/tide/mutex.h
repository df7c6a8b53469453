// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A lock that is held across suspension points.
#pragma once

#include <tide/semaphore.h>

#include <utility>

namespace tide {

class condition;

/// Lets one task in at a time, in the order in which they came. It is not
/// recursive: a task that locks it twice waits for itself.
class mutex {
public:
  class guard;
  class locking;

  /// Awaited, waits for the lock and gives a guard that holds it.
  locking lock() noexcept;

  bool is_locked() const noexcept { return semaphore_.available() == 0; }

private:
  friend condition;

  /// The same; a request to stop waits until the lock is held.
  locking lock_whatever_comes() noexcept;

  semaphore semaphore_{1};
};

/// Holds the lock to the end of its life.
class [[nodiscard]] mutex::guard {
public:
  /// Lets go of the lock early.
  void unlock() noexcept { permit_.release(); }

  bool owns_lock() const noexcept { return permit_.owner(); }
  bool is_of(const mutex &lock) const noexcept {
    return permit_.owner() == &lock.semaphore_;
  }

private:
  friend locking;

  explicit guard(semaphore::permit permit) noexcept
      : permit_(std::move(permit)) {}

  semaphore::permit permit_;
};

/// Waits for the lock.
class [[nodiscard]] mutex::locking final : public semaphore::acquisition {
public:
  guard await_resume() { return guard(acquisition::await_resume()); }

private:
  friend mutex;

  using acquisition::acquisition;
};

inline mutex::locking mutex::lock() noexcept { return locking(semaphore_); }
inline mutex::locking mutex::lock_whatever_comes() noexcept {
  return locking(semaphore_, false);
}

} // namespace tide
