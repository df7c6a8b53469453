// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that a lambda captures is the lambda's, which may do anything with it,
// unless its body never names it.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <functional>
#include <utility>

own::lazy<> save();
void log();
template <typename F> void post(F f) { f(); }

co::task<> forgets() {
  post([task = save()] { log(); });
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'save', kept in 'task', is never awaited: it never runs [async-unawaited-task]
  auto kept = [task = save()]() -> co::task<> { co_return; };
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'save', kept in 'task', is never awaited: it never runs [async-unawaited-task]
  co_await kept();
}

co::task<> fine() {
  auto run = [task = save()]() mutable -> co::task<> {
    co_await std::move(task);
  };
  co_await run();
  post([task = save()]() mutable { task.start(); });
  auto a = save();
  post([&a] { a.start(); });
  auto b = save();
  post([&] { b.start(); });
  auto c = save();
  post([task = std::move(c)]() mutable { task.start(); });
  auto d = save();
  auto later = [&d]() -> co::task<> { co_await d; };
  co_await later();
}
