// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The guards of the C++ library, in a scope with a co_await.
#include "Inputs/task.h"
#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>

co::task<> store(int value);
co::task<int> load(int key);

std::mutex m;
std::mutex other;
std::recursive_mutex recursive;
std::timed_mutex timed;
std::shared_mutex shared;
int balance = 0;

co::task<> deposit(int amount) {
  std::lock_guard lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'deposit' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  balance += amount;
  co_await store(balance);
}

co::task<> withTemplateArguments(int amount) {
  std::lock_guard<std::mutex> lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: guard 'lock' is held while coroutine 'withTemplateArguments' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  balance += amount;
  co_await store(balance);
}

co::task<> unique(int amount) {
  std::unique_lock lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'unique' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  balance += amount;
  co_await store(balance);
}

co::task<> scoped(int amount) {
  std::scoped_lock lock(m, other);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'scoped' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  balance += amount;
  co_await store(balance);
}

co::task<> inBraces(int amount) {
  const std::lock_guard lock{m};
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: guard 'lock' is held while coroutine 'inBraces' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  balance += amount;
  co_await store(balance);
}

co::task<> fromTheRight(int amount) {
  auto lock = std::unique_lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'lock' is held while coroutine 'fromTheRight' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  auto both = std::scoped_lock(recursive, other);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'both' is held while coroutine 'fromTheRight' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  balance += amount;
  co_await store(balance);
}

co::task<> inOneDeclaration(int amount) {
  std::lock_guard first(m), second(other);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'first' is held while coroutine 'inOneDeclaration' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE-2]]:29: warning: guard 'second' is held while coroutine 'inOneDeclaration' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  balance += amount;
  co_await store(balance);
}

co::task<int> readers() {
  std::shared_lock lock(shared);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'readers' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_return co_await load(balance);
}

co::task<int> otherMutexes() {
  std::lock_guard first(recursive);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'first' is held while coroutine 'otherMutexes' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  std::unique_lock second(timed);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'second' is held while coroutine 'otherMutexes' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_return co_await load(balance);
}

class Cache {
public:
  co::task<int> get(int key);

private:
  std::mutex mutex_;
  std::map<int, int> values_;
};

co::task<int> Cache::get(int key) {
  std::lock_guard<std::mutex> lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: guard 'lock' is held while coroutine 'Cache::get' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  auto found = values_.find(key);
  if (found == values_.end())
    found = values_.emplace(key, co_await load(key)).first;
  co_return found->second;
}

// Released before the coroutine is suspended.

co::task<> inABlock(int amount) {
  int stored;
  {
    std::lock_guard lock(m);
    balance += amount;
    stored = balance;
  }
  co_await store(stored);
}

co::task<> afterwards(int amount) {
  co_await store(amount);
  std::scoped_lock lock(m, other);
  balance += amount;
}

co::task<> byHand(int amount) {
  std::unique_lock lock(m);
  balance += amount;
  int stored = balance;
  lock.unlock();
  co_await store(stored);
}

co::task<int> inACalledClosure(int key) {
  int found = [&] {
    std::shared_lock lock(shared);
    return balance + key;
  }();
  co_return co_await load(found);
}

co::task<int> inAnOwnBranch(int key) {
  if (key > 0) {
    std::lock_guard lock(m);
    co_return balance;
  }
  co_return co_await load(key);
}

co::task<int> inACase(int key) {
  switch (key) {
  case 0: {
    std::lock_guard lock(m);
    ++balance;
    break;
  }
  case 1:
    co_return co_await load(key);
  }
  co_return balance;
}

// co_return does not suspend while locals live.
co::task<int> whileReturning() {
  std::lock_guard lock(m);
  co_return balance;
}

// Not a coroutine: it only makes a task.
co::task<> makesATask(int amount) {
  std::lock_guard lock(m);
  balance += amount;
  return store(balance);
}

// Nothing is locked by a pointer or a reference to a guard that is somebody else's.
co::task<> ofTheCaller(std::unique_lock<std::mutex> &lock, std::lock_guard<std::mutex> *) {
  auto &same = lock;
  co_await store(balance);
  same.unlock();
}

// Whether the caller has locked it, nobody knows here.
co::task<> given(std::unique_lock<std::mutex> lock) {
  co_await store(balance);
}
