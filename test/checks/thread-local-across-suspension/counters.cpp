// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A thread's counter that goes up before and down after: the two may be of different
// threads.
#include "Inputs/task.h"

co::task<int> fetch(int key);
void use(int value);

thread_local int depth = 0;
thread_local unsigned long bytes = 0;
int total = 0;

co::task<> upAndDown() {
  ++depth;
  co_await fetch(1);
  --depth;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread-local 'depth' was set before coroutine 'upAndDown' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: keep it in a variable of the coroutine
}

co::task<> postfix() {
  depth++;
  co_await fetch(1);
  depth--;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread-local 'depth' was set before coroutine 'postfix' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> assigned(unsigned long size) {
  bytes += size;
  co_await fetch(1);
  bytes -= size;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread-local 'bytes' was set before coroutine 'assigned' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> comparedWithItself() {
  ++depth;
  co_await fetch(1);
  if (depth > 1)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'depth' was set before coroutine 'comparedWithItself' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
    use(1);
}

// On one side only: it counts what this thread has done.

co::task<> before() {
  ++depth;
  co_await fetch(1);
}

co::task<> after() {
  int size = co_await fetch(1);
  bytes += static_cast<unsigned long>(size);
}

co::task<> withinOneStep() {
  ++depth;
  use(depth);
  --depth;
  co_await fetch(1);
}

co::task<> startedAnew() {
  ++depth;
  co_await fetch(1);
  depth = 0;
}

// Of all threads, or of the coroutine.

co::task<> ofAllThreads() {
  ++total;
  co_await fetch(1);
  --total;
}

co::task<> own() {
  int steps = 0;
  ++steps;
  co_await fetch(1);
  --steps;
  use(steps);
}
