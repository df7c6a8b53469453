// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task in a member of a local aggregate, a pair, a tuple or an optional.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

own::lazy<> save();
own::lazy<int> load();

struct job {
  int key;
  own::lazy<> task;
};
void start(job);

co::task<> forgets() {
  job a{1, save()};
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 'a.task', is never awaited: it never runs [async-unawaited-task]
  job b = {.key = 1, .task = save()};
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the task from 'save', kept in 'b.task', is never awaited: it never runs [async-unawaited-task]
  job c{};
  c.task = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 'c.task', is never awaited: it never runs [async-unawaited-task]
  std::pair<own::lazy<>, int> d(save(), 1);
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: the task from 'save', kept in 'd', is never awaited: it never runs [async-unawaited-task]
  std::tuple<own::lazy<>, own::lazy<int>> e{save(), load()};
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: the task from 'save', kept in 'e', is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:53: warning: the task from 'load', kept in 'e', is never awaited: it never runs [async-unawaited-task]
  auto f = std::make_pair(1, save());
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the task from 'save', kept in 'f', is never awaited: it never runs [async-unawaited-task]
  auto g = std::make_tuple(save());
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'save', kept in 'g', is never awaited: it never runs [async-unawaited-task]
  std::optional<own::lazy<>> h = save();
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: the task from 'save', kept in 'h', is never awaited: it never runs [async-unawaited-task]
  auto i = std::optional(load());
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'load', kept in 'i', is never awaited: it never runs [async-unawaited-task]
  std::variant<int, own::lazy<>> j = save();
// CHECK-MESSAGES: :[[@LINE-1]]:38: warning: the task from 'save', kept in 'j', is never awaited: it never runs [async-unawaited-task]
  co_return;
}

struct owner {
  job kept;
  void set() { kept.task = save(); }
};
job returned() { return {1, save()}; }
co::task<> fine(owner &given) {
  job a{1, save()};
  co_await a.task;
  job b{2, save()};
  start(std::move(b));
  job c{};
  c.task = save();
  co_await std::move(c.task);
  std::pair<own::lazy<>, int> d(save(), 1);
  co_await std::move(d.first);
  std::tuple<own::lazy<>, own::lazy<int>> e{save(), load()};
  co_await std::move(std::get<0>(e));
  (void)co_await std::move(std::get<1>(e));
  std::optional<own::lazy<>> f = save();
  co_await *std::move(f);
  std::optional<own::lazy<>> g;
  g.emplace(save());
  co_await g.value();
  given.kept = {3, save()};
  given.kept.task = save();
  std::variant<int, own::lazy<>> h = save();
  co_await std::get<1>(h);
  start({4, save()});
  start(returned());
}
