// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A variable that is given another task loses the one it holds.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
own::lazy<> load();
void start(own::lazy<>);
bool more();

co::task<> twice() {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+2]]:7: note: 't' is given another value here
// CHECK-NOTES: :[[@LINE-3]]:12: note: instead: co_await it
  t = load();
  co_await std::move(t);
}

co::task<> byNothing() {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+2]]:7: note: 't' is given another value here
// CHECK-NOTES: :[[@LINE-3]]:12: note: instead: co_await it
  t = {};
  co_return;
}

co::task<> onOnePath(bool again) {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:9: note: 't' is given another value here
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: co_await it
  if (again)
    t = load();
  co_await std::move(t);
}

co::task<> thrice() {
  own::lazy<> t;
  t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'save', kept in 't', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+2]]:7: note: 't' is given another value here
// CHECK-NOTES: :[[@LINE-3]]:7: note: instead: co_await it
  t = load();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'load', kept in 't', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+2]]:7: note: 't' is given another value here
// CHECK-NOTES: :[[@LINE-3]]:7: note: instead: co_await it
  t = save();
  co_await std::move(t);
}

// Awaited or handed on in between, or empty.
co::task<> fine(bool now, own::lazy<> given) {
  auto t = save();
  co_await std::move(t);
  t = load();
  co_await std::move(t);
  t = save();
  start(std::move(t));
  t = load();
  if (now)
    co_await t;
  else
    t.start();
  t = save();
  co_await t;
  own::lazy<> empty;
  empty = save();
  co_await empty;
  given = load();
  co_await given;
}
co::task<> whileAwaiting(own::lazy<> (*next)()) {
  auto t = save();
  while (more()) {
    co_await std::move(t);
    t = next();
  }
  co_await std::move(t);
}
co::task<> ofTwoBranches(bool now) {
  own::lazy<> t;
  if (now)
    t = save();
  else
    t = load();
  co_await std::move(t);
}
