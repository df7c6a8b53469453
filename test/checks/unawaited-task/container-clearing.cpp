// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What empties a container or an optional throws its tasks away.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <memory>
#include <optional>
#include <utility>
#include <vector>

own::lazy<> save();
own::lazy<> *made();
bool more();

co::task<> clears() {
  std::vector<own::lazy<>> tasks;
  tasks.push_back(save());
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'save', kept in 'tasks', is thrown away before it is awaited: it never runs [async-unawaited-task]
  tasks.clear();
  co_return;
}

// Those that are not needed after all.
co::task<> clearsOnOnePath(bool closed) {
  std::vector<own::lazy<>> tasks;
  tasks.push_back(save());
  if (closed)
    tasks.clear();
  co_await own::when_all(std::move(tasks));
}

co::task<> pops() {
  std::vector<own::lazy<>> tasks;
  tasks.push_back(save());
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'save', kept in 'tasks', is thrown away before it is awaited: it never runs [async-unawaited-task]
  tasks.pop_back();
  co_return;
}

co::task<> resets() {
  std::optional<own::lazy<>> task = save();
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'save', kept in 'task', is thrown away before it is awaited: it never runs [async-unawaited-task]
  task.reset();
  std::optional<own::lazy<>> another = save();
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: the task from 'save', kept in 'another', is {{thrown away|overwritten}} before it is awaited: it never runs [async-unawaited-task]
  another = std::nullopt;
  co_return;
}

co::task<> clearsAfterwards() {
  std::vector<own::lazy<>> tasks;
  tasks.push_back(save());
  co_await own::when_all(std::move(tasks));
  tasks.clear();
  tasks.push_back(save());
  for (auto &task : tasks)
    co_await std::move(task);
  tasks.clear();
}
co::task<> clearsFirst() {
  std::vector<own::lazy<>> tasks;
  tasks.clear();
  tasks.push_back(save());
  co_await own::when_all(std::move(tasks));
}
co::task<> resetsAfterwards() {
  std::optional<own::lazy<>> task = save();
  co_await std::move(*task);
  task.reset();
  task = save();
  co_await *task;
  task = std::nullopt;
}
co::task<> takesTheLast() {
  std::vector<own::lazy<>> tasks;
  while (more())
    tasks.push_back(save());
  while (!tasks.empty()) {
    co_await std::move(tasks.back());
    tasks.pop_back();
  }
}
co::task<> resetsAPointer() {
  std::unique_ptr<own::lazy<>> task(made());
  co_await *task;
  task.reset();
}
