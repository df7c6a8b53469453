// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::unique_lock and std::shared_lock know whether they own their mutex.
#include "Inputs/task.h"
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <utility>

using namespace std::chrono_literals;

co::task<> store(int value);
co::task<int> load(int key);
void keep(int value);
bool enabled();

std::mutex m;
std::timed_mutex timed;
std::shared_mutex shared;
std::condition_variable changed;
int balance = 0;

co::task<> deferredThenLocked() {
  std::unique_lock l(m, std::defer_lock);
  co_await store(0);
  l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: guard 'l' is held while coroutine 'deferredThenLocked' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> sharedDeferredThenLocked() {
  std::shared_lock l(shared, std::defer_lock);
  l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: guard 'l' is held while coroutine 'sharedDeferredThenLocked' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> lockedAgain() {
  std::unique_lock l(m);
  keep(balance);
  l.unlock();
  co_await store(1);
  l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: guard 'l' is held while coroutine 'lockedAgain' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(2);
}

co::task<> lockedAgainInALoop() {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'lockedAgainInALoop' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  while (balance > 0) {
    co_await store(--balance);
    l.unlock();
    keep(balance);
    l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'lockedAgainInALoop' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  }
}

co::task<> forTheNextRound() {
  std::unique_lock l(m, std::defer_lock);
  while (enabled()) {
    co_await store(balance);
    l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'forTheNextRound' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    ++balance;
  }
}

co::task<> movedInto() {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'movedInto' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  std::unique_lock kept = std::move(l);
  co_await store(balance);
}

co::task<> movedByAssignment() {
  std::unique_lock<std::mutex> kept;
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'movedByAssignment' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  kept = std::move(l);
  co_await store(balance);
}

co::task<> assigned() {
  std::unique_lock<std::mutex> l;
  co_await store(0);
  l = std::unique_lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'assigned' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> assignedInABranch() {
  std::unique_lock<std::mutex> l;
  if (enabled())
    l = std::unique_lock<std::mutex>(m);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: guard 'l' is held while coroutine 'assignedInABranch' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> eitherOfTwo(std::mutex &other) {
  std::unique_lock l = enabled() ? std::unique_lock(m) : std::unique_lock(other);
// CHECK-MESSAGES: :[[@LINE-1]]:36: warning: guard 'l' is held while coroutine 'eitherOfTwo' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE-2]]:58: warning: guard 'l' is held while coroutine 'eitherOfTwo' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> waitedFor() {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'waitedFor' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  changed.wait(l, [] { return balance > 0; }); // NOLINT(async-blocking-call)
  co_await store(balance);
}

co::task<> afterTheInnerOne() {
  std::unique_lock outer(shared);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'outer' is held while coroutine 'afterTheInnerOne' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  {
    std::unique_lock inner(m);
    keep(balance);
  }
  co_await store(balance);
}

// Not locked, or not any more.

co::task<> deferred() {
  std::unique_lock l(m, std::defer_lock);
  co_await store(balance);
  std::shared_lock s{shared, std::defer_lock};
  co_await store(balance);
}

co::task<> empty() {
  std::unique_lock<std::mutex> l;
  co_await store(balance);
  auto other = std::unique_lock<std::mutex>();
  co_await store(balance);
}

co::task<> unlockedForEachAwait() {
  std::unique_lock l(m);
  while (balance > 0) {
    int next = --balance;
    l.unlock();
    co_await store(next);
    l.lock();
  }
}

co::task<> lockedForEachRound() {
  std::unique_lock l(m, std::defer_lock);
  for (;;) {
    l.lock();
    int next = --balance;
    l.unlock();
    if (next < 0)
      co_return;
    co_await store(next);
  }
}

co::task<> unlockedOnEachPath() {
  std::unique_lock l(m);
  if (balance == 0) {
    l.unlock();
    co_await store(1);
    co_return;
  }
  int next = balance;
  l.unlock();
  co_await store(next);
}

co::task<> movedIntoABlock() {
  std::unique_lock l(m);
  {
    std::unique_lock kept = std::move(l);
    keep(balance);
  }
  co_await store(balance);
}

co::task<> swapped() {
  std::unique_lock l(m);
  {
    std::unique_lock<std::mutex> kept;
    kept.swap(l);
  }
  co_await store(balance);
}

co::task<> overwritten() {
  std::unique_lock l(m);
  l = std::unique_lock<std::mutex>();
  co_await store(balance);
  l = {};
  co_await store(balance);
}

co::task<> released() {
  std::unique_lock l(m);
  l.release()->unlock();
  co_await store(balance);
}

co::task<> sharedUnlocked() {
  std::shared_lock l(shared);
  int value = balance;
  l.unlock();
  co_await store(value);
  l.lock();
  keep(balance);
}
