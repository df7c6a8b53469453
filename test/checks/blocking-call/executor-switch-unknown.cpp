// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Without a rule, awaiting something called `schedule` moves nobody.
#include "Inputs/task.h"
#include <unistd.h>

co::task<> unknown(co::pool pool) {
  co_await pool.schedule();
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'unknown': it {{.*}} [async-blocking-call]
}
