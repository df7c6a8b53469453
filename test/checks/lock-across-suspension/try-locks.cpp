// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is only tried is locked where the answer says so.
#include "Inputs/task.h"
#include <chrono>
#include <mutex>
#include <shared_mutex>

using namespace std::chrono_literals;

co::task<> store(int value);
void keep(int value);
bool enabled();

std::mutex m;
std::timed_mutex timed;
std::shared_mutex shared;

co::task<> succeeded() {
  if (m.try_lock()) {
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: mutex 'm' is held while coroutine 'succeeded' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
    m.unlock();
  }
}

co::task<> otherwiseLeft() {
  if (!m.try_lock())
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: mutex 'm' is held while coroutine 'otherwiseLeft' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_return;
  co_await store(1);
  m.unlock();
}

co::task<> forReading() {
  if (shared.try_lock_shared()) {
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: mutex 'shared' is held while coroutine 'forReading' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
    shared.unlock_shared();
  }
}

co::task<> andMore() {
  if (enabled() && m.try_lock()) {
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: mutex 'm' is held while coroutine 'andMore' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
    m.unlock();
  }
}

co::task<> untilItSucceeds() {
  while (!m.try_lock())
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: mutex 'm' is held while coroutine 'untilItSucceeds' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await co::event();
  co_await store(1);
  m.unlock();
}

co::task<> ownedByAGuard() {
  std::unique_lock l(m, std::try_to_lock);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'ownedByAGuard' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (l.owns_lock())
    co_await store(1);
}

co::task<> ownedByAGuardInTheCondition() {
  if (std::unique_lock l(m, std::try_to_lock); l)
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: guard 'l' is held while coroutine 'ownedByAGuardInTheCondition' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
}

co::task<> guardOtherwiseLeft() {
  std::unique_lock l(m, std::try_to_lock);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'guardOtherwiseLeft' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (!l)
    co_return;
  co_await store(1);
}

co::task<> guardTried() {
  std::unique_lock l(m, std::defer_lock);
  if (l.try_lock())
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: guard 'l' is held while coroutine 'guardTried' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
}

co::task<> withATimeLimit() {
  if (timed.try_lock_for(1ms)) { // NOLINT(async-blocking-call)
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: mutex 'timed' is held while coroutine 'withATimeLimit' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
    timed.unlock();
  }
}

// Not where it failed, and not after it is unlocked.

co::task<> failed() {
  if (m.try_lock()) {
    keep(1);
    m.unlock();
  } else {
    co_await store(1);
  }
}

co::task<> failedFirst() {
  if (!m.try_lock()) {
    co_await store(1);
    co_return;
  }
  keep(1);
  m.unlock();
}

co::task<> whileItFails() {
  while (!m.try_lock())
    co_await co::event();
  keep(1);
  m.unlock();
}

co::task<> notOwned() {
  std::unique_lock l(m, std::try_to_lock);
  if (!l.owns_lock())
    co_await store(1);
}

co::task<> notOwnedInTheCondition() {
  if (std::unique_lock l(m, std::try_to_lock); l)
    keep(1);
  else
    co_await store(1);
}

co::task<> neitherOfTwo() {
  if (enabled() || !shared.try_lock()) {
    co_await store(1);
    co_return;
  }
  shared.unlock();
  co_await store(2);
}

co::task<> guardFailed() {
  std::unique_lock l(m, std::defer_lock);
  if (!l.try_lock()) {
    co_await store(1);
    co_return;
  }
  keep(1);
}

co::task<> tooLate() {
  if (!timed.try_lock_for(0ms)) {
    co_await store(1);
    co_return;
  }
  timed.unlock();
}
