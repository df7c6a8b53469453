// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Awaited on some paths only: on the others it never runs. The notes tell the
// way to where it is lost.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
own::lazy<int> load();
void start(own::lazy<>);
int log();

co::task<> oneBranch(bool now) {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is false
// CHECK-NOTES: :[[@LINE+4]]:1: note: 't' is lost when the function ends here
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: co_await it
  if (now)
    co_await std::move(t);
}

co::task<> otherBranch(bool now) {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+6]]:1: note: 't' is lost when the function ends here
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: co_await it
  if (now)
    log();
  else
    co_await t;
}

co::task<> twoConditions(bool now, bool later) {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+4]]:7: note: this condition is false
// CHECK-NOTES: :[[@LINE+5]]:12: note: this condition is false
// CHECK-NOTES: :[[@LINE+6]]:1: note: 't' is lost when the function ends here
// CHECK-NOTES: :[[@LINE-5]]:12: note: instead: co_await it
  if (now)
    co_await std::move(t);
  else if (later)
    start(std::move(t));
}

void inAnOrdinaryFunction(bool now) {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is false
// CHECK-NOTES: :[[@LINE+4]]:1: note: 't' is lost when the function ends here
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: return it, or start it on the event loop
  if (now)
    start(std::move(t));
}

co::task<> inAConditional(bool now) {
  auto t = load();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:15: note: this condition is false
// CHECK-NOTES: :[[@LINE+4]]:1: note: 't' is lost when the function ends here
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: co_await it
  int value = now ? co_await std::move(t) : 0;
  (void)value;
}

// Nothing is lost here.
co::task<> bothBranches(bool now) {
  auto t = save();
  if (now)
    co_await std::move(t);
  else
    start(std::move(t));
}
co::task<> onlyOneMakesIt(bool now) {
  if (now) {
    auto t = save();
    co_await std::move(t);
  }
}
co::task<> madeOnOneBranch(bool now) {
  own::lazy<> t;
  if (now)
    t = save();
  else
    t = save();
  co_await std::move(t);
}
co::task<> awaitedAfterwards(bool now) {
  auto t = save();
  if (now)
    log();
  co_await std::move(t);
}
co::task<> inASwitch(int way) {
  auto t = save();
  switch (way) {
  case 1:
    co_await std::move(t);
    break;
  default:
    start(std::move(t));
  }
}
own::lazy<> returned(bool now) {
  auto t = save();
  if (now)
    return t;
  return std::move(t);
}
