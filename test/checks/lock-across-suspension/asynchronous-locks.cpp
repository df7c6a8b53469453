// RUN: %check %s --rules=%S/Inputs/store.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lock that is awaited may be held at a co_await: whoever else wants it is
// suspended, and no thread waits.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <mutex>
#include <utility>

co::task<> put(int value);
void keep(int value);

own::mutex m;
own::semaphore slots(3);
std::mutex blocking;

namespace store {
class async_mutex {
public:
  co::task<std::unique_lock<async_mutex>> locked();
  co::event lock();
  void lock_now();
  bool try_lock();
  void unlock();
};
class async_spin {
public:
  void lock();
  bool try_lock();
  void unlock();
};
} // namespace store

// Says by its awaitable lock() that it is awaited.
class AsyncLock {
public:
  co::event lock();
  bool try_lock();
  void unlock();
};

class AsyncGuard {
public:
  explicit AsyncGuard(AsyncLock &lock, std::adopt_lock_t) : lock_(lock) {}
  ~AsyncGuard() { lock_.unlock(); }

private:
  AsyncLock &lock_;
};

// The blocking one, all the same.

co::task<> blockingInside() {
  auto lock = co_await m.scoped_lock();
  std::lock_guard inner(blocking);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'inner' is held while coroutine 'blockingInside' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
}

co::task<> awaitedWithABlockingOne() {
  std::lock_guard outer(blocking);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'outer' is held while coroutine 'awaitedWithABlockingOne' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  auto lock = co_await m.scoped_lock();
  keep(1);
}

co::task<> permitWithABlockingOne() {
  blocking.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: mutex 'blocking' is held while coroutine 'permitWithABlockingOne' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  auto units = co_await slots.get_units(1);
  blocking.unlock();
}

// Asynchronous ones.

co::task<> scoped() {
  auto lock = co_await m.scoped_lock();
  co_await put(1);
}

co::task<> byHand() {
  co_await m.lock();
  co_await put(1);
  m.unlock();
}

co::task<> permits() {
  auto units = co_await slots.get_units(1);
  co_await put(1);
}

co::task<> adopted(AsyncLock &lock) {
  co_await lock.lock();
  AsyncGuard guard(lock, std::adopt_lock);
  co_await put(1);
}

co::task<> adoptedByTheStandard(AsyncLock &lock) {
  co_await lock.lock();
  std::lock_guard guard(lock, std::adopt_lock);
  co_await put(1);
}

co::task<> adoptedByTheStandardLater(AsyncLock &lock) {
  co_await lock.lock();
  std::unique_lock guard(lock, std::adopt_lock);
  co_await put(1);
  guard.unlock();
  co_await put(2);
}

co::task<> tried(AsyncLock &lock) {
  if (!lock.try_lock())
    co_await lock.lock();
  co_await put(1);
  lock.unlock();
}

co::task<> byRule(store::async_mutex &mutex) {
  auto lock = co_await mutex.locked();
  co_await put(1);
  lock.unlock();
  co_await mutex.lock();
  std::lock_guard guard(mutex, std::adopt_lock);
  co_await put(2);
}

co::task<> byRuleAlone(store::async_spin &spin) {
  if (spin.try_lock()) {
    std::lock_guard guard(spin, std::adopt_lock);
    co_await put(1);
  }
}

// A blocking one that protects only the list of those who wait.
class Fair {
public:
  co::task<> enter() {
    {
      std::lock_guard lock(mutex_);
      ++waiting_;
    }
    co_await turn_;
  }

private:
  std::mutex mutex_;
  int waiting_ = 0;
  co::event turn_;
};
