// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Recursion ends the search, not the analysis.
#include "Inputs/task.h"
#include <unistd.h>

int odd(int n);
int even(int n) { return n == 0 ? usleep(1) : odd(n - 1); }
int odd(int n) { return n == 0 ? 0 : even(n - 1); }

int ping(int n);
int pong(int n) { return ping(n); }
int ping(int n) { return n > 0 ? pong(n - 1) : 0; }

void descend(int depth) {
  if (depth > 0)
    descend(depth - 1);
  usleep(1);
}

co::task<> recursive() {
  odd(5);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'odd' blocks the thread in coroutine 'recursive': it reaches 'usleep', which {{.*}} [async-blocking-call]
  even(4);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'even' blocks the thread in coroutine 'recursive': it reaches 'usleep', which {{.*}} [async-blocking-call]
  descend(3);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'descend' blocks the thread in coroutine 'recursive': it reaches 'usleep', which {{.*}} [async-blocking-call]
  ping(3);
  pong(3);
  co_return;
}
