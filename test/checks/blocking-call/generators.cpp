// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A synchronous generator cannot await: it runs where it is iterated, and is
// no root of its own.
#include "Inputs/task.h"
#include <unistd.h>

co::generator<int> slowNumbers() {
  for (int i = 0; i < 3; ++i) {
    usleep(10);
    co_yield i;
  }
}
co::generator<int> numbers() {
  for (int i = 0; i < 3; ++i)
    co_yield i;
}
// Iterated by nobody on the loop.
co::generator<int> forThreads() {
  usleep(10);
  co_yield 1;
}

void plain() {
  for (int n : forThreads())
    (void)n;
  for (int n : slowNumbers())
    (void)n;
}

int sum() {
  int total = 0;
  for (int n : slowNumbers())
    total += n;
  return total;
}

co::task<> iterates() {
  for (int n : slowNumbers())
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: call to 'slowNumbers' blocks the thread in coroutine 'iterates': it reaches 'usleep', which {{.*}} [async-blocking-call]
    (void)n;
  for (int n : numbers())
    (void)n;
  int total = sum();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: call to 'sum' blocks the thread in coroutine 'iterates': it reaches 'usleep', which {{.*}} [async-blocking-call]
  (void)total;
  co_return;
}
