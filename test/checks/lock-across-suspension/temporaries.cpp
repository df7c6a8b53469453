// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A guard without a name lives until the end of its full-expression, and so does
// the lock.
#include "Inputs/task.h"
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>

co::task<> store(int value);
co::task<> storeUnder(const std::lock_guard<std::mutex> &lock, int value);
co::task<int> load(int key);
int sum(const std::scoped_lock<std::mutex> &lock, int value);
void keep(int value);
std::unique_lock<std::mutex> lockAll();

std::mutex m;
std::mutex other;
int balance = 0;

struct Locked {
  std::unique_lock<std::mutex> lock;
  int *value;
  int *operator->() const { return value; }
  int get() const { return *value; }
};
Locked locked();

co::task<> comma() {
  std::lock_guard(m), co_await store(balance);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a temporary 'std::lock_guard' is held while coroutine 'comma' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
}

co::task<> commaInBraces() {
  std::lock_guard{m}, co_await store(balance);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a temporary 'std::lock_guard' is held while coroutine 'commaInBraces' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
}

co::task<> argumentOfAnAwaitedCall() {
  co_await storeUnder(std::lock_guard(m), balance);
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a temporary 'std::lock_guard' is held while coroutine 'argumentOfAnAwaitedCall' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
}

co::task<> besideAnAwait() {
  keep(sum(std::scoped_lock(m), co_await load(1)));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a temporary 'std::scoped_lock' is held while coroutine 'besideAnAwait' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
}

// Gone at the semicolon.

co::task<> goneAtOnce() {
  std::lock_guard<std::mutex>{m};
  co_await store(balance);
  (void)std::scoped_lock(m, other);
  co_await store(balance);
  lockAll();
  co_await store(balance);
}

co::task<> commaAfterwards() {
  co_await store(balance), std::lock_guard(m);
}

co::task<> ofAnotherStatement() {
  keep(sum(std::scoped_lock(m), balance));
  co_await store(balance);
}

co::task<> ofACondition() {
  if (sum(std::scoped_lock(m), balance) > 0)
    co_await store(balance);
}

co::task<> copiedOut() {
  int now = locked().get();
  co_await store(now);
}

co::task<> handedToTheTask(co::task<> (*run)(std::unique_lock<std::mutex>)) {
  co_await run(std::unique_lock(m));
  co_await run(lockAll());
}
