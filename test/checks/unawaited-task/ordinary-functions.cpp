// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Ordinary functions lose tasks, too. They cannot await: a task that has been
// started and goes on alone may be dropped there.
#include "Inputs/task.h"
#include "Inputs/tasks.h"

own::lazy<> save();
own::leaky<> leak();
own::eager<> notify();
own::cancelling<> watch();
own::blocking<> copy();
own::terminating<> serve();
void start(own::lazy<>);

void drops() {
  save();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  leak();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'leak' is never awaited: it never runs and its frame is leaked [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  watch();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'watch' is never awaited: dropping it cancels its work [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  copy();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'copy' is never awaited: dropping it blocks the thread until its work is done [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  serve();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'serve' is never awaited: dropping it ends the program [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  auto run = [] { save(); };
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:19: note: instead: return it, or start it on the event loop
  run();
}

struct button {
  button() { save(); }
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:14: note: instead: return it, or start it on the event loop
  ~button() { save(); }
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:15: note: instead: return it, or start it on the event loop
  void click() { save(); }
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:18: note: instead: return it, or start it on the event loop
};

// A generator is a coroutine that cannot await.
co::generator<int> numbers() {
  save();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  co_yield 1;
}

own::lazy<> returned() { return save(); }
own::lazy<> returnedLater() {
  auto task = save();
  return task;
}
void fine() {
  start(save());
  save().start();
  notify();
  auto run = [] { return save(); };
  start(run());
  start(returned());
  start(returnedLater());
}
