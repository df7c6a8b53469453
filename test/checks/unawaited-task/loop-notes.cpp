// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The notes of a task that the next iteration overwrites.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
bool more();

co::task<> onlyTheLast() {
  own::lazy<> t;
  while (more())
    t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save', kept in 't', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-3]]:10: note: this condition is true
// CHECK-NOTES: :[[@LINE-3]]:9: note: 't' is given another value here in the next iteration
// CHECK-NOTES: :[[@LINE-4]]:9: note: instead: co_await it
  co_await std::move(t);
}

co::task<> onlyTheLastOfThree() {
  own::lazy<> t = save();
  co_await std::move(t);
  do {
    t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save', kept in 't', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:12: note: this condition is true
// CHECK-NOTES: :[[@LINE-3]]:9: note: 't' is given another value here in the next iteration
// CHECK-NOTES: :[[@LINE-4]]:9: note: instead: co_await it
  } while (more());
  co_await std::move(t);
}

co::task<> inEachIteration() {
  own::lazy<> t;
  while (more()) {
    t = save();
    co_await std::move(t);
  }
}
