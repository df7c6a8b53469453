// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a task, an optional or a container was found to hold nothing, nothing
// is lost.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <utility>
#include <vector>

own::lazy<> save();
std::optional<own::lazy<>> maybe();
bool more();

co::task<> byBool() {
  auto t = save();
  if (t)
    co_await std::move(t);
}
co::task<> byItsNegation() {
  auto t = save();
  if (!t)
    co_return;
  co_await std::move(t);
}
co::task<> byMethod() {
  auto t = save();
  if (t.valid())
    co_await std::move(t);
}
co::task<> byOptional() {
  auto t = maybe();
  if (t)
    co_await std::move(*t);
  auto another = maybe();
  if (another.has_value())
    co_await *std::move(another);
}
co::task<> onlySometimes(bool now) {
  std::optional<own::lazy<>> t;
  if (now)
    t = save();
  if (t)
    co_await std::move(*t);
  own::lazy<> another;
  if (more())
    another = save();
  if (another)
    co_await std::move(another);
  own::lazy<> third;
  if (more())
    third = save();
  if (!third.valid())
    co_return;
  co_await third;
}
co::task<> byEmpty(bool now) {
  std::vector<own::lazy<>> tasks;
  if (now)
    tasks.push_back(save());
  if (tasks.empty())
    co_return;
  co_await own::when_all(std::move(tasks));
}
co::task<> byEmptyOfOne() {
  std::vector<own::lazy<>> tasks;
  while (more())
    tasks.push_back(save());
  if (!tasks.empty())
    co_await own::when_all(std::move(tasks));
}

// It holds something, and that is lost.
co::task<> heldAfterAll(bool now) {
  own::lazy<> t;
  if (now)
    t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
  if (t && more())
    co_await std::move(t);
}
co::task<> theWrongWay() {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is {{never awaited|not awaited on every path}}{{.*}} [async-unawaited-task]
  if (!t)
    co_await std::move(t);
}
