// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A short lock is normal practice and silent; see locks-contextual.cpp.
#include "Inputs/task.h"
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <unistd.h>

co::task<int> shortLocks(std::mutex &m, std::shared_mutex &s) {
  int value = 0;
  {
    std::lock_guard guard(m);
    std::scoped_lock both(m);
    std::unique_lock lock(m);
    std::shared_lock shared(s);
    ++value;
  }
  m.lock();
  m.unlock();
  s.lock_shared();
  s.unlock_shared();
  co_return value;
}

struct counter {
  std::mutex lock;
  int value = 0;
  int next() {
    std::lock_guard guard(lock);
    return ++value;
  }
};
co::task<int> inAHelper(counter &c) { co_return c.next(); }

co::task<> sleepsUnderIt(std::mutex &m) {
  std::lock_guard guard(m);
  usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'sleepsUnderIt': it {{.*}} [async-blocking-call]
  co_return;
}
