// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A call in a macro is found where the macro is used, once.
#include "Inputs/task.h"
#include <unistd.h>

#define NAP(time) usleep(time)
#define RETRY(what)                                                            \
  do {                                                                         \
    usleep(1);                                                                 \
  } while (!(what))
#define NOTHING(what) ((void)sizeof(what))
#define IS_SLEEP(name) (sizeof(#name) > 1)

co::task<> uses(bool done) {
  NAP(5);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'uses': it {{.*}} [async-blocking-call]
  RETRY(done);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'uses': it {{.*}} [async-blocking-call]
  NOTHING(usleep(5));
  (void)IS_SLEEP(usleep);
  NOTHING(NAP(5));
  co_return;
}
