// RUN: %check '--checks=-*,async-blocking-call' --config=async-blocking-call.Confidence=contextual %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// On request, the initialiser of a static local is looked at too.
#include "Inputs/task.h"
#include <unistd.h>

int load() { return usleep(10); }
int once() {
  static int value = load();
  return value;
}
int constant() {
  static int value = 5;
  return value;
}

co::task<> uses() {
  static int direct = load();
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: call to 'load' blocks the thread in coroutine 'uses': it reaches 'usleep', which {{.*}} [async-blocking-call]
  once();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'once' blocks the thread in coroutine 'uses': it reaches 'usleep', which {{.*}} [async-blocking-call]
  constant();
  (void)direct;
  co_return;
}
