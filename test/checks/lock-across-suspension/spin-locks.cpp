// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Locks that the project has written itself.
#include "Inputs/task.h"
#include <atomic>
#include <mutex>
#include <thread>

co::task<> store(int value);
void keep(int value);

class SpinLock {
public:
  void lock() noexcept {
    while (flag_.test_and_set(std::memory_order_acquire))
      std::this_thread::yield();
  }
  bool try_lock() noexcept { return !flag_.test_and_set(std::memory_order_acquire); }
  void unlock() noexcept { flag_.clear(std::memory_order_release); }

private:
  std::atomic_flag flag_;
};

class ProfiledMutex {
public:
  void lock();
  void unlock();

private:
  std::mutex mutex_;
};

template <typename Mutex> class Counting_mutex {
public:
  void lock() { mutex_.lock(); }
  bool try_lock() { return mutex_.try_lock(); }
  void unlock() { mutex_.unlock(); }

private:
  Mutex mutex_;
};

struct Queue {
  SpinLock lock;
  int size = 0;
};

SpinLock spin;
ProfiledMutex profiled;
Counting_mutex<std::mutex> counting;

co::task<> guarded() {
  std::lock_guard<SpinLock> l(spin);
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: guard 'l' is held while coroutine 'guarded' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> guardedOtherwise() {
  std::unique_lock first(profiled);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'first' is held while coroutine 'guardedOtherwise' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  std::scoped_lock second(counting, spin);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'second' is held while coroutine 'guardedOtherwise' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> byHand(Queue &queue) {
  queue.lock.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: mutex 'lock' is held while coroutine 'byHand' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(queue.size);
  queue.lock.unlock();
}

co::task<> profiledByHand() {
  profiled.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: mutex 'profiled' is held while coroutine 'profiledByHand' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  profiled.unlock();
}

co::task<> countingByHand() {
  counting.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: mutex 'counting' is held while coroutine 'countingByHand' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  counting.unlock();
}

// Released.

co::task<> inABlock() {
  {
    std::lock_guard<SpinLock> l(spin);
    keep(1);
  }
  co_await store(1);
}

co::task<> unlocked(Queue &queue) {
  queue.lock.lock();
  int size = queue.size;
  queue.lock.unlock();
  co_await store(size);
}

co::task<> unlockedGuards() {
  std::unique_lock first(profiled);
  keep(1);
  first.unlock();
  co_await store(1);
  counting.lock();
  counting.unlock();
  co_await store(2);
}
