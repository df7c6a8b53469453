// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What leaves the function between the making of a task and its await loses it.
// That any call may throw is no path of its own: nothing of the kind is written.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <cstdlib>
#include <stdexcept>
#include <utility>

own::lazy<> save();
own::lazy<int> load();
void start(own::lazy<>);
void mayThrow();
[[noreturn]] void fail();

co::task<int> coReturns(bool closed) {
  auto t = load();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:5: note: 't' is lost at this 'co_return'
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: co_await it
  if (closed)
    co_return 0;
  co_return co_await std::move(t);
}

int returns(bool closed) {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:5: note: 't' is lost at this 'return'
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: return it, or start it on the event loop
  if (closed)
    return 0;
  start(std::move(t));
  return 1;
}

co::task<> throws(bool closed) {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:5: note: 't' is lost at this 'throw'
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: co_await it
  if (closed)
    throw std::runtime_error("closed");
  co_await std::move(t);
}

co::task<int> guards(int *value) {
  auto t = load();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:5: note: 't' is lost at this 'co_return'
// CHECK-NOTES: :[[@LINE-4]]:12: note: instead: co_await it
  if (!value)
    co_return 0;
  *value = co_await t;
  co_return *value;
}

// Ends of the program, and exceptions that a call may throw.
co::task<> aborts(bool closed) {
  auto t = save();
  if (closed)
    std::abort();
  co_await std::move(t);
}
co::task<> fails(bool closed) {
  auto t = save();
  if (closed)
    fail();
  co_await std::move(t);
}
co::task<> callsBetween() {
  auto t = save();
  mayThrow();
  int value = co_await load();
  (void)value;
  co_await std::move(t);
}
co::task<> catches() {
  auto t = save();
  try {
    mayThrow();
  } catch (const std::exception &) {
  }
  co_await std::move(t);
}
co::task<> throwsInside(bool closed) {
  auto t = save();
  try {
    if (closed)
      throw std::runtime_error("closed");
  } catch (const std::runtime_error &) {
  }
  co_await std::move(t);
}

// Left before there is a task.
co::task<> leavesFirst(bool closed) {
  if (closed)
    co_return;
  auto t = save();
  co_await std::move(t);
}
// Left after it is awaited.
co::task<> leavesLater(bool closed) {
  auto t = save();
  co_await t;
  if (closed)
    co_return;
  mayThrow();
}
