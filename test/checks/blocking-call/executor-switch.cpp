// RUN: %check '--checks=-*,async-blocking-call' --rules=%S/Inputs/co.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// After a switch to a pool the coroutine may block, until it switches back;
// this is decided for each path.
#include "Inputs/task.h"
#include <unistd.h>

co::task<> thereAndBack(co::pool pool, co::loop loop) {
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'thereAndBack': it {{.*}} [async-blocking-call]
  co_await pool.schedule();
  usleep(2);
  co_await co::event();
  usleep(3);
  co_await loop.schedule();
  usleep(4);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'thereAndBack': it {{.*}} [async-blocking-call]
}

co::task<> oneBranchOnly(co::pool pool, bool big) {
  if (big)
    co_await pool.schedule();
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'oneBranchOnly': it {{.*}} [async-blocking-call]
}

co::task<> bothBranches(co::pool a, co::pool b, bool first) {
  if (first)
    co_await a.schedule();
  else
    co_await b.schedule();
  usleep(1);
}

co::task<> otherBranchLeaves(co::pool pool, bool big) {
  if (big)
    co_await pool.schedule();
  else
    co_return;
  usleep(1);
}

co::task<> insideTheBranch(co::pool pool, co::loop loop, bool big) {
  if (big) {
    co_await pool.schedule();
    usleep(1);
    co_await loop.schedule();
  }
  usleep(2);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'insideTheBranch': it {{.*}} [async-blocking-call]
}

co::task<> inALoop(co::pool pool, co::loop loop, int count) {
  for (int i = 0; i < count; ++i) {
    co_await pool.schedule();
    usleep(1);
  }
  co_await loop.schedule();
  for (int i = 0; i < count; ++i) {
    usleep(2);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in coroutine 'inALoop': it {{.*}} [async-blocking-call]
    co_await pool.schedule();
  }
}

// The call alone moves nobody.
co::task<> notAwaited(co::pool pool) {
  auto later = pool.schedule();
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'notAwaited': it {{.*}} [async-blocking-call]
  co_return;
}

void helper() { usleep(10); }
co::task<> helpersToo(co::pool pool, co::loop loop) {
  co_await pool.schedule();
  helper();
  co_await loop.schedule();
  helper();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'helper' blocks the thread in coroutine 'helpersToo': it reaches 'usleep', which {{.*}} [async-blocking-call]
}
