// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the compiler evaluates does not run.
#include "Inputs/task.h"
#include <type_traits>
#include <unistd.h>

constexpr int slowAtRunTime(int value) {
  if (!std::is_constant_evaluated())
    usleep(value);
  return value;
}

co::task<int> constants(int choice) {
  constexpr int known = slowAtRunTime(1);
  static_assert(slowAtRunTime(2) == 2);
  switch (choice) {
  case slowAtRunTime(3):
    co_return known;
  }
  int running = slowAtRunTime(choice);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to 'slowAtRunTime' blocks the thread in coroutine 'constants': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return running;
}
