// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A coroutine lambda makes a task each time it is called.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
void start(own::lazy<>);

co::task<> forgets() {
  [&]() -> own::lazy<> { co_await save(); }();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from a lambda is never awaited: it never runs [async-unawaited-task]
  auto work = [](int) -> own::lazy<> { co_await save(); };
  work(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from a lambda is never awaited: it never runs [async-unawaited-task]
  auto kept = work(2);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from a lambda, kept in 'kept', is never awaited: it never runs [async-unawaited-task]
  auto plain = [] { return save(); };
  plain();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from a lambda is never awaited: it never runs [async-unawaited-task]
  co_return;
}

// Inside of lambdas.
void inside() {
  auto coroutine = []() -> co::task<> {
    save();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
    auto kept = save();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'save', kept in 'kept', is never awaited: it never runs [async-unawaited-task]
    co_return;
  };
  (void)coroutine;
  auto plain = [](int key) {
    if (key)
      save();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  };
  plain(1);
}

co::task<> fine() {
  co_await [&]() -> own::lazy<> { co_await save(); }();
  auto work = [](int) -> own::lazy<> { co_await save(); };
  co_await work(1);
  start(work(2));
  auto kept = work(3);
  co_await std::move(kept);
  auto notCalled = []() -> own::lazy<> { co_await save(); };
  auto plain = [] { return save(); };
  co_await plain();
}
