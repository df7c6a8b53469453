// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A default argument is evaluated where the function is called.
#include "Inputs/task.h"
#include <unistd.h>

int measure() { return usleep(10); }

void report(int value = usleep(10));
void reportMeasured(int value = measure());
void reportNothing(int value = sizeof(usleep(10)));
struct sample {
  explicit sample(int value = usleep(10));
};

co::task<> takesTheDefault() {
  report();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'takesTheDefault': it {{.*}} [async-blocking-call]
  reportMeasured();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'measure' blocks the thread in coroutine 'takesTheDefault': it reaches 'usleep', which {{.*}} [async-blocking-call]
  sample s;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'usleep' blocks the thread in coroutine 'takesTheDefault': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> fine() {
  report(1);
  reportMeasured(2);
  reportNothing();
  sample s(3);
  co_return;
}
