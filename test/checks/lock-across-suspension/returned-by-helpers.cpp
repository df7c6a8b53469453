// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A guard that a function gives is locked, whatever the function's name is.
#include "Inputs/task.h"
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <utility>

co::task<> store(int value);
void keep(int value);
bool enabled();

class Table {
public:
  [[nodiscard]] std::unique_lock<std::mutex> exclusive() { return std::unique_lock(mutex_); }
  [[nodiscard]] std::shared_lock<std::shared_mutex> reading() const;
  std::pair<std::unique_lock<std::mutex>, int *> row(int key);
  std::mutex &mutex() { return mutex_; }
  std::unique_lock<std::mutex> notYet() { return std::unique_lock(mutex_, std::defer_lock); }

private:
  std::mutex mutex_;
};

std::unique_lock<std::mutex> lockAll();
std::unique_ptr<std::lock_guard<std::mutex>> onTheHeap();

co::task<> byAMethod(Table &table) {
  auto lock = table.exclusive();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'lock' is held while coroutine 'byAMethod' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> forReading(const Table &table) {
  const auto lock = table.reading();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: guard 'lock' is held while coroutine 'forReading' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> byAFunction() {
  std::unique_lock<std::mutex> lock = lockAll();
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: guard 'lock' is held while coroutine 'byAFunction' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> inAHolder() {
  auto lock = onTheHeap();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'lock' is held while coroutine 'inAHolder' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> inAStatement(Table &table) {
  if (auto lock = table.exclusive(); enabled())
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: guard 'lock' is held while coroutine 'inAStatement' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
}

co::task<> assigned(Table &table) {
  std::unique_lock<std::mutex> lock;
  lock = table.exclusive();
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: guard 'lock' is held while coroutine 'assigned' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> ofAMutexThatIsGiven(Table &table) {
  std::lock_guard lock(table.mutex());
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'ofAMutexThatIsGiven' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> awaitedFor(co::task<std::unique_lock<std::mutex>> locking) {
  auto lock = co_await std::move(locking);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'lock' is held while coroutine 'awaitedFor' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

// Released.

co::task<> inABlock(Table &table) {
  {
    auto lock = table.exclusive();
    keep(1);
  }
  co_await store(1);
}

co::task<> unlocked(Table &table) {
  auto lock = table.exclusive();
  keep(1);
  lock.unlock();
  co_await store(1);
}

co::task<> droppedAtOnce(const Table &table) {
  (void)table.reading();
  co_await store(1);
}

co::task<> unlockedOnTheHeap() {
  auto lock = onTheHeap();
  lock.reset();
  co_await store(1);
}

// A function that gives a guard, too.
std::unique_lock<std::mutex> handedOut(Table &table) {
  auto lock = table.exclusive();
  keep(1);
  return lock;
}
