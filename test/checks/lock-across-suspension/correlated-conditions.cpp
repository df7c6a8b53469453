// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One condition that is asked twice is answered the same way twice.
#include "Inputs/task.h"
#include <mutex>

co::task<> store(int value);
void keep(int value);
bool enabled();

std::mutex m;
std::mutex other;
int balance = 0;

co::task<> asBefore(bool careful) {
  std::unique_lock l(m, std::defer_lock);
  if (careful)
    l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'asBefore' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  keep(balance);
  if (careful)
    co_await store(balance);
}

co::task<> changedBetween(bool careful) {
  if (careful)
    m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: mutex 'm' is held while coroutine 'changedBetween' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  careful = enabled();
  if (!careful)
    co_await store(balance);
}

co::task<> ofTwoLocks(bool careful) {
  if (careful)
    m.lock();
  else
    other.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: mutex 'other' is held while coroutine 'ofTwoLocks' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  keep(balance);
  if (!careful)
    co_await store(balance);
}

co::task<> inARound(bool first) {
  while (enabled()) {
    if (first)
      m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: mutex 'm' is held while coroutine 'inARound' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    first = false;
    co_await store(balance);
  }
}

// Never with the lock.

co::task<> correlated(bool d) {
  std::unique_lock l(m, std::defer_lock);
  if (d)
    l.lock();
  keep(balance);
  if (!d)
    co_await store(balance);
}

co::task<> correlatedByHand(bool careful) {
  if (careful)
    m.lock();
  keep(balance);
  if (careful)
    m.unlock();
  co_await store(balance);
}

co::task<> correlatedWithAnotherUnlock(const bool careful, bool fast) {
  if (careful)
    m.lock();
  if (fast)
    keep(balance);
  if (careful) {
    m.unlock();
    keep(1);
  }
  co_await store(balance);
}

co::task<> eachOfTwo(bool careful) {
  std::unique_lock l(careful ? m : other, std::defer_lock);
  if (!careful)
    l.lock();
  keep(balance);
  if (careful)
    co_await store(balance);
  keep(1);
}

co::task<> aNumber(int kind) {
  if (kind == 0)
    m.lock();
  keep(balance);
  if (kind == 0)
    m.unlock();
  co_await store(balance);
}

co::task<> aRemembered(int kind) {
  const bool locks = kind > 3;
  std::unique_lock l(m, std::defer_lock);
  if (locks)
    l.lock();
  keep(balance);
  if (locks) {
    keep(1);
    co_return;
  }
  co_await store(balance);
}
