// RUN: %check %s "--checks=-*,async-lock-across-suspension" --rules=%S/Inputs/where.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What comes of it depends on where the coroutine goes on.
#include "Inputs/task.h"
#include <functional>
#include <mutex>

void keep(int value);
co::task<> put(int value);

std::mutex m;

namespace where {
template <typename T> struct on_loop : co::task<T> {
  using co::task<T>::task;
  struct promise_type : co::task<T>::promise_type {
    on_loop get_return_object();
  };
};
template <typename T> struct on_strand : co::task<T> {
  using co::task<T>::task;
  struct promise_type : co::task<T>::promise_type {
    on_strand get_return_object();
  };
};
template <typename T> struct on_any : co::task<T> {
  using co::task<T>::task;
  struct promise_type : co::task<T>::promise_type {
    on_any get_return_object();
  };
};
class async_mutex {
public:
  co::event lock();
  void unlock();
};
void run_on_pool(std::function<co::task<void>()> run);
} // namespace where

where::on_loop<void> sameThread() {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'sameThread' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await a where::async_mutex
  co_await put(1);
}

where::on_strand<void> sameExecutor() {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'sameExecutor' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await a where::async_mutex
  co_await put(1);
}

where::on_any<void> anywhere() {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'anywhere' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await a where::async_mutex
  co_await put(1);
}

co::task<> unknown() {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'unknown' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await put(1);
}

co::task<> switches(co::pool &pool) {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'switches' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await pool.schedule();
  keep(1);
}

co::task<> switchesAmongOthers(co::pool &pool) {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'switchesAmongOthers' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+5]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE+5]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE+5]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-5]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-6]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await put(1);
  co_await pool.schedule();
  co_await put(2);
}

co::task<> switchesWithoutTheLock(co::pool &pool, co::loop &loop) {
  co_await pool.schedule();
  {
    std::lock_guard lock(m);
    keep(1);
  }
  co_await loop.schedule();
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'switchesWithoutTheLock' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await put(2);
}

void start() {
  where::run_on_pool([]() -> co::task<> {
    std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:21: warning: guard 'lock' is held while a coroutine lambda is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:5: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:21: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:21: note: instead: co_await an asynchronous mutex, or keep the locked part short
    co_await put(1);
  });
}

// Without a lock, in all of them.

where::on_loop<void> sameThreadWithout() {
  { std::lock_guard lock(m); }
  co_await put(1);
}

where::on_any<void> anywhereWithout() {
  m.lock();
  m.unlock();
  co_await put(1);
}

where::on_strand<void> asynchronous(where::async_mutex &mutex) {
  co_await mutex.lock();
  co_await put(1);
  mutex.unlock();
}

co::task<> switchesFirst(co::pool &pool) {
  co_await pool.schedule();
  std::lock_guard lock(m);
  keep(1);
}
