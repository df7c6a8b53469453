// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A plain function blocks the loop only where a coroutine calls it.
#include "Inputs/task.h"
#include <functional>
#include <unistd.h>

void onlyFromCoroutines() { usleep(10); }
void onlyFromThreads() { usleep(10); }
void fromBoth() { usleep(10); }

co::task<> calls() {
  onlyFromCoroutines();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'onlyFromCoroutines' blocks the thread in coroutine 'calls': it reaches 'usleep', which {{.*}} [async-blocking-call]
  fromBoth();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'fromBoth' blocks the thread in coroutine 'calls': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

void threadMain() {
  onlyFromThreads();
  fromBoth();
}

// Nothing is guessed about what is called through a pointer or an object that
// could hold anything.
co::task<> unknown(void (*pointer)(), std::function<void()> object) {
  pointer();
  object();
  std::function<void()> kept = onlyFromThreads;
  co_return;
}

// Calling a coroutine runs nothing of a lazy one; awaiting it is its own root.
co::task<> inner() {
  usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'inner': it {{.*}} [async-blocking-call]
  co_return;
}
co::task<> outer() {
  co_await inner();
  auto later = inner();
  co_await std::move(later);
}
