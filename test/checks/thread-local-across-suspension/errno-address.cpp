// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The address of errno is that of this thread's.
#include "Inputs/task.h"
#include <cerrno>

co::task<> idle();
void log(int error);
void keep(int *error);

co::task<> pointer() {
  int *error = &errno;
  co_await idle();
  log(*error);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'error' refers to a thread-local variable of the thread that coroutine 'pointer' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:16: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:8: note: instead: ask for it again after the suspension
}

co::task<> reference() {
  int &error = errno;
  co_await idle();
  error = 0;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'error' refers to a thread-local variable of the thread that coroutine 'reference' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> constant() {
  const auto &error = errno;
  log(error);
  co_await idle();
  log(error);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'error' refers to a thread-local variable of the thread that coroutine 'constant' was in before it was suspended [async-thread-local-across-suspension]
}

// Copied, or used before.

co::task<> copied() {
  int error = errno;
  const int saved = errno;
  co_await idle();
  log(error);
  log(saved);
}

co::task<> before() {
  int *error = &errno;
  *error = 0;
  keep(error);
  co_await idle();
}

co::task<> after() {
  co_await idle();
  int &error = errno;
  error = 0;
  log(error);
}

co::task<> restored() {
  int saved = errno;
  co_await idle();
  errno = saved;
}
