// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that is kept in a variable which nobody looks at again.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
co::task<int> load();
void start(own::lazy<>);
void watch(own::lazy<> &);
void log(bool);

co::task<> forgets() {
  auto a = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 'a', is never awaited: it never runs [async-unawaited-task]
  own::lazy<> b = save();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'save', kept in 'b', is never awaited: it never runs [async-unawaited-task]
  own::lazy<> c(save());
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'save', kept in 'c', is never awaited: it never runs [async-unawaited-task]
  own::lazy<> d{save()};
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'save', kept in 'd', is never awaited: it never runs [async-unawaited-task]
  const auto e = load();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'load', kept in 'e', is never awaited: it never runs [async-unawaited-task]
  auto f = save(), g = save();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'save', kept in 'g', is never awaited: it never runs [async-unawaited-task]
  co_await std::move(f);
}

co::task<> assigns() {
  own::lazy<> late;
  late = save();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'save', kept in 'late', is never awaited: it never runs [async-unawaited-task]
  own::lazy<> first = save();
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'save', kept in 'first', is never awaited: it never runs [async-unawaited-task]
  own::lazy<> second = std::move(first);
  co_return;
}

// Asking a task for something is not awaiting it.
co::task<> asks() {
  auto a = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 'a', is never awaited: it never runs [async-unawaited-task]
  log(a.valid());
  auto b = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 'b', is never awaited: it never runs [async-unawaited-task]
  log(static_cast<bool>(b));
  co_return;
}

void inAnOrdinaryFunction() {
  auto task = save();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in 'task', is never awaited: it never runs [async-unawaited-task]
}

auto lambda = [] {
  auto task = save();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in 'task', is never awaited: it never runs [async-unawaited-task]
};

co::task<> inBlocks(bool now) {
  if (now) {
    auto task = save();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'save', kept in 'task', is never awaited: it never runs [async-unawaited-task]
  }
  for (int i = 0; i < 3; ++i)
    auto task = load();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'load', kept in 'task', is never awaited: it never runs [async-unawaited-task]
  if (auto task = save(); now)
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'save', kept in 'task', is never awaited: it never runs [async-unawaited-task]
    co_return;
}

own::lazy<> global = save();
co::task<> fine() {
  auto a = save();
  co_await a;
  auto b = save();
  co_await std::move(b);
  auto &&c = save();
  co_await std::move(c);
  auto d = save();
  start(std::move(d));
  auto e = save();
  watch(e);
  auto f = save();
  own::lazy<> g = std::move(f);
  co_await g;
  auto h = save();
  auto &alias = h;
  co_await alias;
  own::lazy<> late;
  late = save();
  co_await late;
  static own::lazy<> forever = save();
  own::lazy<> none;
  auto awaited = co_await load();
  log(awaited);
  auto i = load();
  auto result = co_await std::move(i);
  log(result);
}
