// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Held on one path is enough.
#include "Inputs/task.h"
#include <mutex>
#include <stdexcept>

co::task<> store(int value);
void keep(int value);
bool enabled();
void check();

std::mutex m;
int balance = 0;

co::task<> lockedInOneBranch(bool careful) {
  if (careful)
    m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: mutex 'm' is held while coroutine 'lockedInOneBranch' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
  if (careful)
    m.unlock();
}

co::task<> deferredAndLockedInOneBranch(bool careful) {
  std::unique_lock l(m, std::defer_lock);
  if (careful)
    l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'deferredAndLockedInOneBranch' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> unlockedInTheOther(bool done) {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'unlockedInTheOther' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (done)
    l.unlock();
  else
    co_await store(balance);
}

co::task<> awaitedInOneBranch(bool slow) {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'awaitedInOneBranch' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (slow)
    co_await store(balance);
}

co::task<> unlockedTooEarly(bool careful) {
  std::unique_lock l(m, std::defer_lock);
  if (careful)
    l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'unlockedTooEarly' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (!careful)
    l = {};
  co_await store(balance);
}

co::task<> inASwitch(int kind) {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'inASwitch' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  switch (kind) {
  case 0:
    l.unlock();
    [[fallthrough]];
  case 1:
    co_await store(balance);
  }
}

co::task<> twoQuestions(bool one, bool two) {
  if (one)
    m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: mutex 'm' is held while coroutine 'twoQuestions' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (!two)
    co_await store(balance);
  if (one)
    m.unlock();
}

co::task<> leftByBreak() {
  while (enabled()) {
    m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: mutex 'm' is held while coroutine 'leftByBreak' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    if (balance > 0)
      break;
    m.unlock();
  }
  co_await store(balance);
}

// On no path.

co::task<> theOtherBranch(bool careful) {
  if (careful) {
    std::lock_guard l(m);
    keep(balance);
  } else {
    co_await store(balance);
  }
}

co::task<> leftWithTheLock(bool careful) {
  std::unique_lock l(m, std::defer_lock);
  if (careful) {
    l.lock();
    keep(balance);
    co_return;
  }
  co_await store(balance);
}

co::task<> thrownWithTheLock(bool careful) {
  std::unique_lock l(m);
  if (careful)
    throw std::runtime_error("careful");
  l.unlock();
  co_await store(balance);
}

co::task<> unlockedBeforeEachAwait(int kind) {
  std::unique_lock l(m);
  switch (kind) {
  case 0:
    l.unlock();
    co_await store(0);
    break;
  case 1:
    keep(1);
    break;
  default:
    l.unlock();
    co_await store(2);
  }
}

co::task<> unlockedIfOwned(bool careful) {
  std::unique_lock l(m, std::defer_lock);
  if (careful)
    l.lock();
  keep(balance);
  if (l.owns_lock())
    l.unlock();
  co_await store(balance);
}

co::task<> awaitedIfNotOwned(bool careful) {
  std::unique_lock l(m, std::defer_lock);
  if (careful)
    l.lock();
  if (!l)
    co_await store(balance);
}

co::task<> continued() {
  for (int i = 0; i < 3; ++i) {
    m.lock();
    if (balance == i) {
      m.unlock();
      continue;
    }
    ++balance;
    m.unlock();
    co_await store(i);
  }
}
