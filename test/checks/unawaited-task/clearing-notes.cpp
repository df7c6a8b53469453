// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The notes of tasks that are lost with what holds them.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>
#include <vector>

own::lazy<> save();

co::task<> clears(bool closed) {
  std::vector<own::lazy<>> v;
  v.push_back(save());
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in 'v', is thrown away before it is awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:5: note: 'v' is cleared here
// CHECK-NOTES: :[[@LINE-4]]:15: note: instead: co_await it
  if (closed)
    v.clear();
  co_await own::when_all(std::move(v));
}

co::task<> leaves(bool closed) {
  std::vector<own::lazy<>> v;
  v.push_back(save());
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in 'v', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:5: note: 'v' is lost at this 'co_return'
// CHECK-NOTES: :[[@LINE-4]]:15: note: instead: co_await it
  if (closed)
    co_return;
  co_await own::when_all(std::move(v));
}
