// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::lock locks several at once; a guard that adopts them is no second lock.
#include "Inputs/task.h"
#include <mutex>
#include <shared_mutex>

co::task<> store(int value);

struct Account {
  std::mutex mutex;
  int balance = 0;
};

void move(Account &from, Account &to, int amount) {
  from.balance -= amount;
  to.balance += amount;
}

co::task<> scoped(Account &from, Account &to) {
  std::scoped_lock lock(from.mutex, to.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'scoped' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  move(from, to, 1);
  co_await store(1);
}

co::task<> deferred(Account &from, Account &to) {
  std::unique_lock first(from.mutex, std::defer_lock);
  std::unique_lock second(to.mutex, std::defer_lock);
  std::lock(first, second);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: guard 'first' is held while coroutine 'deferred' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  move(from, to, 1);
  second.unlock();
  co_await store(1);
}

co::task<> bothAdopted(Account &from, Account &to) {
  std::lock(from.mutex, to.mutex);
  std::lock_guard first(from.mutex, std::adopt_lock);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'first' is held while coroutine 'bothAdopted' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  std::lock_guard second(to.mutex, std::adopt_lock);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'second' is held while coroutine 'bothAdopted' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  move(from, to, 1);
  co_await store(1);
}

co::task<> oneOfThem(Account &from, std::mutex &to) {
  std::lock(from.mutex, to);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: mutex 'to' is held while coroutine 'oneOfThem' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  from.mutex.unlock();
  co_await store(1);
  to.unlock();
}

co::task<> adopted(Account &account) {
  account.mutex.lock();
  std::lock_guard lock(account.mutex, std::adopt_lock);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'adopted' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(++account.balance);
}

co::task<> adoptedLater(Account &account) {
  account.mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: mutex 'mutex' is held while coroutine 'adoptedLater' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  std::unique_lock lock(account.mutex, std::adopt_lock);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'adoptedLater' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(2);
}

// Released.

co::task<> scopedInABlock(Account &from, Account &to) {
  {
    std::scoped_lock lock(from.mutex, to.mutex);
    move(from, to, 1);
  }
  co_await store(1);
}

co::task<> deferredAndUnlocked(Account &from, Account &to) {
  std::unique_lock first(from.mutex, std::defer_lock);
  std::unique_lock second(to.mutex, std::defer_lock);
  std::lock(first, second);
  move(from, to, 1);
  first.unlock();
  second.unlock();
  co_await store(1);
}

co::task<> byHand(Account &from, Account &to) {
  std::lock(from.mutex, to.mutex);
  move(from, to, 1);
  from.mutex.unlock();
  to.mutex.unlock();
  co_await store(1);
}

co::task<> adoptedInABlock(Account &from, Account &to) {
  {
    std::lock(from.mutex, to.mutex);
    std::lock_guard first(from.mutex, std::adopt_lock);
    std::lock_guard second(to.mutex, std::adopt_lock);
    move(from, to, 1);
  }
  co_await store(1);
}
