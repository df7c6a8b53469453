// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A variable that was given another task in between can be awaited again.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <utility>

own::lazy<int> fetch();
bool enabled();
void refill(own::lazy<int> &work);
void refill(own::lazy<int> *work);

co::task<int> assigned() {
  auto t = fetch();
  int sum = co_await t;
  t = fetch();
  sum += co_await t;
  co_return sum + co_await t;
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: first awaited here
}

co::task<int> assignedOnOnePath() {
  auto t = fetch();
  int sum = co_await t;
  if (enabled())
    t = fetch();
  co_return sum + co_await t;
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
}

co::task<int> assignedOnEachPath(bool cached) {
  auto t = fetch();
  int sum = co_await t;
  if (cached)
    t = fetch();
  else
    t = own::lazy<int>(fetch());
  co_return sum + co_await t;
}

co::task<int> assignedAfterTheMove() {
  auto t = fetch();
  int sum = co_await std::move(t);
  t = fetch();
  co_return sum + co_await std::move(t);
}

co::task<int> exchanged() {
  auto t = fetch();
  int sum = co_await std::exchange(t, fetch());
  co_return sum + co_await t;
}

co::task<int> swapped() {
  auto t = fetch();
  auto u = fetch();
  int sum = co_await t;
  std::swap(t, u);
  co_return sum + co_await t;
}

co::task<int> refilledElsewhere() {
  auto t = fetch();
  int sum = co_await t;
  refill(t);
  sum += co_await t;
  refill(&t);
  co_return sum + co_await t;
}

co::task<int> anOptionalOne() {
  std::optional<own::lazy<int>> t(fetch());
  int sum = co_await *t;
  t.emplace(fetch());
  sum += co_await *t;
  t = fetch();
  co_return sum + co_await *t;
}

co::task<int> refilledByALambda() {
  auto t = fetch();
  auto again = [&t] { t = fetch(); };
  int sum = co_await t;
  again();
  co_return sum + co_await t;
}
