// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Bodies in the project's headers are evidence, bodies in somebody else's are
// not: what a library does is said by rules.
#include "Inputs/helpers.h"
#include "Inputs/task.h"
#include "Inputs/third_party/lib/lib.h"

co::task<> ours() {
  own::slow();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'own::slow' blocks the thread in coroutine 'ours': it reaches 'usleep', which {{.*}} [async-blocking-call]
  own::calls([] { usleep(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'own::calls' blocks the thread in coroutine 'ours': it reaches 'usleep', which {{.*}} [async-blocking-call]
  own::resource r;
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: constructing 'own::resource' blocks the thread in coroutine 'ours': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> theirs() {
  lib::slow();
  lib::calls([] { usleep(1); });
  lib::resource r;
  co_return;
}
