// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Locks that another function unlocks, on one path of several: whichever part of
// the function is read first.
#include "Inputs/task.h"
#include <mutex>

struct Account {
  std::mutex mutex;
};

std::mutex m;
bool enabled();
co::task<> store(int value);
void unlockIt() { m.unlock(); }
void unlock(Account &account);

co::task<> inABranch() {
  m.lock();
  if (enabled())
    unlockIt();
  else
    m.unlock();
  co_await store(1);
}

co::task<> withItsObject(Account &account) {
  account.mutex.lock();
  if (enabled())
    unlock(account);
  else
    account.mutex.unlock();
  co_await store(2);
}

co::task<> inALoop() {
  m.lock();
  for (;;) {
    if (enabled()) {
      unlockIt();
      break;
    }
  }
  co_await store(3);
}

co::task<> inOneBranchOnly() {
  m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'inOneBranchOnly' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (enabled())
    unlockIt();
  co_await store(4);
}
