// RUN: %check %s '--checks=-*,async-return-without-await'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lock that is released before the task runs guards nothing.
#include "Inputs/task.h"
#include <map>
#include <mutex>
#include <pthread.h>
#include <shared_mutex>
#include <string>
#include <utility>

std::mutex mutex;
std::mutex other;

class Store {
public:
  co::task<int> guarded(int key) {
    std::lock_guard<std::mutex> lock(mutex_);
    return get(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::get' runs only after 'lock' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:33: note: 'lock' dies when 'Store::guarded' returns
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: take the lock in the task itself
  }
  co::task<int> scoped(int key) {
    std::scoped_lock lock(mutex_, mutex);
    return get(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::get' runs only after 'lock' is gone [async-return-without-await]
  }
  co::task<int> unique(int key) {
    std::unique_lock lock(mutex_);
    return get(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::get' runs only after 'lock' is gone [async-return-without-await]
  }
  co::task<int> sharedByReaders(int key) {
    std::shared_lock lock(shared_);
    return get(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::get' runs only after 'lock' is gone [async-return-without-await]
  }
  // The first of several is told.
  co::task<int> two(int key) {
    std::lock_guard first(mutex_);
    std::lock_guard second(mutex);
    return get(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::get' runs only after 'first' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-4]]:21: note: 'first' dies when 'Store::two' returns
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: take the lock in the task itself
  }
  co::task<int> constant() {
    const std::lock_guard lock(mutex_);
    return get(0);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::get' runs only after 'lock' is gone [async-return-without-await]
  }
  co::task<int> wholeStore() {
    std::lock_guard lock(mutex_);
    return getAll();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::getAll' runs only after 'lock' is gone [async-return-without-await]
  }
  co::task<int> inABranch(int key, bool locked) {
    if (locked) {
      std::lock_guard lock(mutex_);
      return get(key);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'Store::get' runs only after 'lock' is gone [async-return-without-await]
    }
    return getAll();
  }
  co::task<> moved(std::string text) {
    std::lock_guard lock(mutex_);
    return put(std::move(text));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::put' runs only after 'lock' is gone [async-return-without-await]
  }
  co::task<int> inTheSection(int key) {
    prepare();
    std::lock_guard lock(mutex_);
    return get(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Store::get' runs only after 'lock' is gone [async-return-without-await]
  }

  // Coroutines hold it, for good or ill.

  co::task<int> awaited(int key) {
    std::lock_guard lock(mutex_);
    co_return co_await get(key);
  }

  // It guards other work as well.

  co::task<int> counted(int key) {
    std::lock_guard lock(mutex_);
    ++count_;
    return get(key);
  }
  co::task<int> erased(int key) {
    std::lock_guard lock(mutex_);
    values_.erase(key);
    return get(key);
  }
  co::task<int> checked(int key) {
    std::lock_guard lock(mutex_);
    if (!values_.contains(key))
      return getAll();
    return get(key);
  }
  co::task<int> copied(int key) {
    std::lock_guard lock(mutex_);
    int value = values_[key];
    return get(value);
  }
  co::task<int> released(int key) {
    std::unique_lock lock(mutex_);
    lock.unlock();
    return get(key);
  }
  co::task<int> handedOn(int key) {
    std::unique_lock lock(mutex_);
    return getUnder(std::move(lock), key);
  }
  co::task<int> inAnInnerScope(int key) {
    {
      std::lock_guard lock(mutex_);
      ++count_;
    }
    return get(key);
  }

private:
  co::task<int> get(int key);
  co::task<int> getAll();
  co::task<int> getUnder(std::unique_lock<std::mutex> lock, int key);
  co::task<> put(std::string text);
  void prepare();

  std::mutex mutex_;
  std::shared_mutex shared_;
  std::map<int, int> values_;
  int count_ = 0;
};

// Of the project's own making.

class Critical {
public:
  explicit Critical(pthread_mutex_t &mutex) : mutex_(mutex) { pthread_mutex_lock(&mutex_); }
  ~Critical() { pthread_mutex_unlock(&mutex_); }
  Critical(const Critical &) = delete;

private:
  pthread_mutex_t &mutex_;
};

pthread_mutex_t inC = PTHREAD_MUTEX_INITIALIZER;
co::task<int> load(int key);

co::task<int> homeMade(int key) {
  Critical section(inC);
  return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'load' runs only after 'section' is gone [async-return-without-await]
}

co::task<int> homeMadeForOtherWork(int key, int &count) {
  Critical section(inC);
  ++count;
  return load(key);
}
