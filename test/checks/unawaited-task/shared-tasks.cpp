// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that can be copied runs as soon as one of the copies is awaited.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>
#include <vector>

own::shared<int> load();
own::shared<> connect();
void start(own::shared<int>);

co::task<> forgets() {
  load();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  auto kept = connect();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'connect', kept in 'kept', is never awaited: it never runs [async-unawaited-task]
  co_return;
}
co::task<> onOnePath(bool now) {
  auto t = load();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
  if (now)
    co_await t;
}

struct client {
  own::shared<> connection = connect();
  co::task<> ask() { co_await connection; }
};
co::task<> fine() {
  auto t = load();
  int sum = co_await t;
  sum += co_await t;
  auto copied = t;
  sum += co_await copied;
  auto first = load();
  auto second = first;
  sum += co_await second;
  auto given = load();
  start(given);
  std::vector<own::shared<int>> all(3, load());
  for (auto each : all)
    sum += co_await each;
}
