// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A thread_local variable of a function is static: there is one for each thread, not
// one for each coroutine.
#include "Inputs/task.h"
#include <string>

co::task<int> fetch(int key);
void use(int value);
void use(const std::string &text);

co::task<> reference() {
  thread_local std::string buffer;
  auto &local = buffer;
  co_await fetch(1);
  use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'local' refers to a thread-local variable of the thread that coroutine 'reference' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:17: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: ask for it again after the suspension
}

co::task<> value() {
  thread_local int last = 0;
  last = 1;
  co_await fetch(1);
  use(last);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'last' was set before coroutine 'value' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: keep it in a variable of the coroutine
}

co::task<> staticThreadLocal() {
  static thread_local int calls = 0;
  int *count = &calls;
  co_await fetch(1);
  ++*count;
// CHECK-MESSAGES: :[[@LINE-1]]:6: warning: 'count' refers to a thread-local variable of the thread that coroutine 'staticThreadLocal' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> counter() {
  thread_local int depth = 0;
  ++depth;
  co_await fetch(1);
  --depth;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread-local 'depth' was set before coroutine 'counter' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

// The coroutine's own, those of all threads, and what does not last until then.

co::task<> ownVariables() {
  std::string buffer;
  auto &local = buffer;
  int last = 1;
  co_await fetch(1);
  use(local);
  use(last);
}

co::task<> ofAllThreads() {
  static int calls = 0;
  int *count = &calls;
  calls = 1;
  co_await fetch(1);
  ++*count;
  use(calls);
}

co::task<> initialized() {
  thread_local int seed = 42;
  use(seed);
  co_await fetch(1);
  use(seed);
}

co::task<> takenAgain() {
  thread_local std::string buffer;
  buffer.clear();
  use(buffer);
  co_await fetch(1);
  auto &local = buffer;
  local = "again";
  use(local);
}

co::task<> inAnOrdinaryFunction() {
  auto next = [] {
    thread_local int last = 0;
    last = last + 1;
    return last;
  };
  use(next());
  co_await fetch(1);
  use(next());
}
