// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One finding a lock, with every place where the coroutine may be suspended.
#include "Inputs/task.h"
#include <mutex>

co::task<> store(int value);
co::task<int> load(int key);

std::mutex m;
int balance = 0;

co::task<> once() {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'once' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await store(balance);
}

co::task<> severalTimes() {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'severalTimes' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+7]]:13: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE+7]]:14: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE+6]]:33: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE+6]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE+6]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-7]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-8]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  balance = co_await load(1);
  balance += co_await load(2) + co_await load(3);
  co_await store(balance);
  co_await co::event();
}

co::task<> onlyWhileItIsHeld() {
  co_await store(0);
  std::unique_lock lock(m);
// CHECK-NOTES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'onlyWhileItIsHeld' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:20: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:20: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await store(1);
  lock.unlock();
  co_await store(2);
}

co::task<> twoGuards() {
  std::lock_guard outer(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'outer' is held while coroutine 'twoGuards' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+4]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE+10]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-5]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await store(1);
  std::mutex other;
  std::lock_guard inner(other);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'inner' is held while coroutine 'twoGuards' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await store(2);
}

co::generator<int> countdown() {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'countdown' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+4]]:5: note: suspended at this 'co_yield'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  while (balance > 0)
    co_yield --balance;
}

co::task<> lockedAgain() {
  m.lock();
// CHECK-NOTES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'lockedAgain' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:5: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:5: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await store(1);
  m.unlock();
  co_await store(2);
  m.lock();
// CHECK-NOTES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'lockedAgain' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:5: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:5: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await store(3);
  m.unlock();
}

auto closure = []() -> co::task<> {
  std::lock_guard lock(m);
// CHECK-NOTES: :[[@LINE-1]]:19: warning: guard 'lock' is held while a coroutine lambda is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-NOTES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-NOTES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-NOTES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await store(1);
};

co::task<> none() {
  co_await store(1);
  std::lock_guard lock(m);
  balance = 0;
}
