// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A static local is initialised once, by whoever comes first: contextual.
#include "Inputs/task.h"
#include <unistd.h>

int load() { return usleep(10); }
int once() {
  static int value = load();
  return value;
}
int everyTime() {
  int value = load();
  return value;
}

co::task<> uses() {
  static int direct = load();
  once();
  everyTime();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'everyTime' blocks the thread in coroutine 'uses': it reaches 'usleep', which {{.*}} [async-blocking-call]
  (void)direct;
  co_return;
}
