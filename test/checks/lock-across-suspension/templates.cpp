// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Templates and macros: what is found in each instantiation is told once.
#include "Inputs/task.h"
#include <mutex>
#include <shared_mutex>

co::task<> put(int value);
void keep(int value);

template <typename Mutex> co::task<> guarded(Mutex &mutex) {
  std::lock_guard lock(mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'guarded' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
}

template <typename Mutex> class Cache {
public:
  co::task<> fill() {
    std::unique_lock<Mutex> lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: guard 'lock' is held while coroutine 'Cache::fill' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await put(size_);
  }
  co::task<> unlocked() {
    std::unique_lock<Mutex> lock(mutex_);
    int size = size_;
    lock.unlock();
    co_await put(size);
  }
  co::task<> neverInstantiated() {
    std::unique_lock<Mutex> lock(mutex_);
    co_await put(size_);
  }

private:
  Mutex mutex_;
  int size_ = 0;
};

template <bool Locks> co::task<> byCondition(std::mutex &mutex) {
  std::unique_lock lock(mutex, std::defer_lock);
  if constexpr (Locks)
    lock.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: guard 'lock' is held while coroutine 'byCondition' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
}

template <typename Lock> co::task<> under(std::mutex &mutex) {
  Lock lock(mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'lock' is held while coroutine 'under' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
}

// A guard by one instantiation only.
struct Nothing {
  explicit Nothing(std::mutex &) {}
};

#define GUARD(mutex) std::lock_guard lock_(mutex)
#define LOCKED(mutex, ...)                                                                         \
  do {                                                                                             \
    std::lock_guard lock_(mutex);                                                                  \
    __VA_ARGS__;                                                                                   \
  } while (false)

std::mutex m;

co::task<> byAMacro() {
  GUARD(m);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: guard 'lock_' is held while coroutine 'byAMacro' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
}

co::task<> awaitedInAMacro() {
  LOCKED(m, co_await put(1));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: guard 'lock_' is held while coroutine 'awaitedInAMacro' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
}

co::task<> byAMacroInABlock() {
  LOCKED(m, keep(1));
  co_await put(1);
}

template <typename Mutex> co::task<> released(Mutex &mutex) {
  {
    std::lock_guard lock(mutex);
    keep(1);
  }
  co_await put(1);
}

co::task<> all(std::mutex &mutex, std::shared_mutex &shared, Cache<std::mutex> &cache,
               Cache<std::shared_mutex> &other) {
  co_await guarded(mutex);
  co_await guarded(shared);
  co_await cache.fill();
  co_await cache.unlocked();
  co_await other.fill();
  co_await byCondition<true>(mutex);
  co_await byCondition<false>(mutex);
  co_await under<std::lock_guard<std::mutex>>(mutex);
  co_await under<Nothing>(mutex);
  co_await released(mutex);
  co_await released(shared);
}
