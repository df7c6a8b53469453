// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names of a structured binding are looked at like other variables.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <tuple>
#include <utility>

own::lazy<> save();
own::lazy<int> load();
struct pair {
  own::lazy<> first;
  own::lazy<> second;
};
pair both();
std::pair<int, own::lazy<>> numbered();
void start(own::lazy<>);

co::task<> forgets() {
  auto [key, task] = std::pair<int, own::lazy<>>(1, save());
// CHECK-MESSAGES: :[[@LINE-1]]:53: warning: the task from 'save', kept in '{{.*}}', is never awaited: it never runs [async-unawaited-task]
  auto [a, b] = pair{save(), save()};
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'save', kept in '{{.*}}', is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:30: warning: the task from 'save', kept in '{{.*}}', is never awaited: it never runs [async-unawaited-task]
  co_return;
}

co::task<> fine() {
  auto [key, task] = std::pair<int, own::lazy<>>(1, save());
  co_await std::move(task);
  auto [a, b] = pair{save(), save()};
  co_await std::move(a);
  start(std::move(b));
  auto [number, another] = numbered();
  co_await std::move(another);
  auto &&[first, second] = both();
  co_await own::when_all(std::move(first), std::move(second));
}
