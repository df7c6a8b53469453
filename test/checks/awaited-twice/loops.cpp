// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A loop awaits a task again in its next iteration, unless it has another one
// then.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>
#include <vector>

own::lazy<int> fetch();
bool enabled();

co::task<int> madeBefore(int times) {
  auto t = fetch();
  int sum = 0;
  for (int i = 0; i < times; ++i)
    sum += co_await t;
// CHECK-NOTES: :[[@LINE-1]]:21: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-2]]:21: note: awaited here in an earlier iteration
  co_return sum;
}

co::task<> movedFrom() {
  auto t = fetch();
  while (enabled())
    co_await std::move(t);
// CHECK-NOTES: :[[@LINE-1]]:14: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-2]]:14: note: awaited here in an earlier iteration
}

co::task<> inTheCondition(own::lazy<int> t) {
  while (co_await t != 0) {
// CHECK-NOTES: :[[@LINE-1]]:19: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-2]]:19: note: awaited here in an earlier iteration
  }
}

co::task<> retries(own::lazy<int> t) {
  do {
    if (enabled())
      continue;
    co_await t;
// CHECK-NOTES: :[[@LINE-1]]:14: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-2]]:14: note: awaited here in an earlier iteration
  } while (!enabled());
}

co::task<> onceBeforeTheLoop(own::lazy<int> t) {
  co_await t;
  while (enabled()) {
    co_await t;
// CHECK-NOTES: :[[@LINE-1]]:14: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-4]]:12: note: first awaited here
    break;
  }
}

// Another one each time.

co::task<int> madeInside(int times) {
  int sum = 0;
  for (int i = 0; i < times; ++i) {
    auto t = fetch();
    sum += co_await t;
  }
  while (auto t = fetch())
    sum += co_await t;
  co_return sum;
}

co::task<int> ofAContainer(std::vector<own::lazy<int>> tasks) {
  int sum = 0;
  for (auto &t : tasks)
    sum += co_await t;
  co_return sum;
}

co::task<int> ofAContainerMoved(std::vector<own::lazy<int>> tasks) {
  int sum = 0;
  for (auto &&t : tasks)
    sum += co_await std::move(t);
  co_return sum;
}

co::task<int> byIndex(std::vector<own::lazy<int>> tasks) {
  int sum = 0;
  for (std::size_t i = 0; i < tasks.size(); ++i)
    sum += co_await tasks[i];
  for (auto it = tasks.begin(); it != tasks.end(); ++it)
    sum += co_await *it;
  co_return sum;
}

co::task<int> madeAnew(int times) {
  auto t = fetch();
  int sum = 0;
  while (times-- > 0) {
    sum += co_await t;
    t = fetch();
  }
  co_return sum;
}

co::task<int> andOut() {
  auto t = fetch();
  for (;;) {
    if (!enabled())
      continue;
    co_await t;
    break;
  }
  auto u = fetch();
  while (enabled())
    co_return co_await u;
  co_return 0;
}

co::task<> onlyOnce() {
  auto t = fetch();
  do {
    co_await t;
  } while (false);
}
