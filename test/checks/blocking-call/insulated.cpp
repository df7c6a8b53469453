// RUN: %check '--checks=-*,async-blocking-call' --rules=%S/Inputs/aliases.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A user's `insulates` switches off a single built-in entry, but not what the
// source itself says.
#include "Inputs/task.h"
#include <unistd.h>

void breathe() { usleep(1); }
int quiet();
[[clang::annotate("async::blocking")]] int loud();

co::task<> sleeps() {
  usleep(1);
  breathe();
  quiet();
  loud();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'loud' blocks the thread in coroutine 'sleeps': it is annotated as blocking [async-blocking-call]
  sleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'sleep' blocks the thread in coroutine 'sleeps': it {{.*}} [async-blocking-call]
  co_return;
}
