// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Awaiting a task that gives a task runs only the outer one.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <utility>

own::lazy<own::lazy<int>> outer();
own::lazy<own::lazy<>> prepare();
own::lazy<own::eager<>> begin();
own::lazy<std::optional<own::lazy<>>> maybe();
own::lazy<int> load();
own::lazy<own::lazy<own::lazy<>>> deep();
void start(own::lazy<>);

co::task<> awaitsOnce() {
  co_await outer();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the inner task from awaiting 'outer' is never awaited: it never runs [async-unawaited-task]
  (void)co_await prepare();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the inner task from awaiting 'prepare' is never awaited: it never runs [async-unawaited-task]
  auto kept = co_await prepare();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the inner task from awaiting 'prepare', kept in 'kept', is never awaited: it never runs [async-unawaited-task]
  co_await co_await deep();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the inner task from awaiting 'deep' is never awaited: it never runs [async-unawaited-task]
  co_return;
}

co::task<> onOnePath(bool now) {
  auto inner = co_await outer();
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the inner task from awaiting 'outer', kept in 'inner', is not awaited on every path: on the others it never runs [async-unawaited-task]
  if (now)
    co_await std::move(inner);
}

co::task<> started() {
  co_await begin();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the inner task from awaiting 'begin' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
}

// The outer one is lost, and the inner one with it.
co::task<> awaitsNothing() {
  outer();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'outer' is never awaited: it never runs [async-unawaited-task]
  co_return;
}

own::lazy<own::lazy<int>> givesOneBack() { co_return load(); }
own::lazy<own::lazy<>> handsOn() { co_return co_await prepare(); }
co::task<> fine() {
  int value = co_await co_await outer();
  auto inner = co_await outer();
  value += co_await std::move(inner);
  start(co_await prepare());
  co_await co_await begin();
  if (auto task = co_await maybe())
    co_await std::move(*task);
  co_await co_await co_await deep();
  (void)value;
}
