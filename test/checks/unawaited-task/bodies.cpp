// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A statement is a statement without braces, too.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <vector>

own::lazy<> save(int key);
bool more();

template <bool Now> co::task<> compiledOut() {
  if constexpr (Now)
    co_await save(1);
  else
    save(2);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
}

co::task<> bodies(std::vector<int> keys, int which) {
  for (int key : keys)
    save(key);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  for (int i = 0; i < 3; ++i)
    save(i);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  if (more())
    save(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  else
    save(2);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  while (more())
    save(3);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  do
    save(4);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  while (more());
  switch (which) {
  case 1:
    save(5);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
    break;
  case 2:
    co_await save(6);
    break;
  default:
    save(7);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  }
  if (save(8); more())
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
    co_await compiledOut<false>();
  {
    save(9);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  }
  try {
    save(10);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  } catch (...) {
    save(11);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  }
}

// The arm that is not compiled does not count.
template <bool Now> co::task<> quiet() {
  if constexpr (Now)
    co_await save(1);
  else
    save(2);
}

co::task<> fine(std::vector<int> keys, int which) {
  for (int key : keys)
    co_await save(key);
  if (more())
    co_await save(1);
  else
    co_await save(2);
  while (more())
    co_await save(3);
  switch (which) {
  case 1:
    co_await save(5);
  }
  co_await quiet<true>();
}
