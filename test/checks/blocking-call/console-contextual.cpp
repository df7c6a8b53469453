// RUN: %check '--checks=-*,async-blocking-call' --config=async-blocking-call.Confidence=contextual %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// On request, output to a terminal is found too; text in memory never is.
#include "Inputs/task.h"
#include <cstdio>
#include <iostream>
#include <sstream>

co::task<> prints() {
  std::printf("hello\n");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'printf' blocks the thread in coroutine 'prints': it {{.*}} [async-blocking-call]
  std::puts("hello");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'puts' blocks the thread in coroutine 'prints': it {{.*}} [async-blocking-call]
  std::cout << "hello";
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'std::operator<<' blocks the thread in coroutine 'prints': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> fine(char *text) {
  std::ostringstream out;
  out << "hello" << 5;
  std::snprintf(text, 5, "%d", 3);
  co_return;
}
