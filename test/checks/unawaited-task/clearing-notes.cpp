// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The notes of started tasks that are lost with what holds them.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <vector>

own::eager<> save();

co::task<> clears(bool closed) {
  std::vector<own::eager<>> v;
  v.push_back(save());
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in 'v', is thrown away before it is awaited: it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:5: note: 'v' is cleared here
// CHECK-NOTES: :[[@LINE-4]]:15: note: instead: co_await it
  if (closed)
    v.clear();
  for (auto &task : v)
    co_await task;
}

co::task<> leaves(bool closed) {
  std::vector<own::eager<>> v;
  v.push_back(save());
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in 'v', is not awaited on every path: on the others it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-NOTES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-NOTES: :[[@LINE+3]]:5: note: 'v' is lost at this 'co_return'
// CHECK-NOTES: :[[@LINE-4]]:15: note: instead: co_await it
  if (closed)
    co_return;
  for (auto &task : v)
    co_await task;
}
