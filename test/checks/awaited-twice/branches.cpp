// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two awaits of a task are no mistake where no path leads through both.
#include "Inputs/task.h"
#include <utility>

co::task<int> fetch();
bool enabled();
[[noreturn]] void fail();

co::task<int> oneBranchAndAfter(bool early) {
  auto t = fetch();
  int sum = 0;
  if (early)
    sum = co_await t;
  co_return sum + co_await t;
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:20: note: first awaited here
}

co::task<int> bothBranchesAndAfter(bool early) {
  auto t = fetch();
  int sum = 0;
  if (early)
    sum = co_await t;
  else
    sum = -co_await t;
  co_return sum + co_await t;
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
}

co::task<bool> rightOfOr() {
  auto t = fetch();
  co_return co_await t == 0 || co_await t == 1;
// CHECK-MESSAGES: :[[@LINE-1]]:41: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
}

co::task<int> fallsThrough(int kind) {
  auto t = fetch();
  int sum = 0;
  switch (kind) {
  case 0:
    sum = co_await t;
    [[fallthrough]];
  default:
    sum += co_await t;
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
  }
  co_return sum;
}

co::task<int> conditionHasChanged(bool again) {
  auto t = fetch();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'fetch', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
  int sum = 0;
  if (again)
    sum = co_await t;
  again = enabled();
  if (!again)
    sum += co_await t;
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
  co_return sum;
}

// Never both.

co::task<int> exclusive(bool negative) {
  auto t = fetch();
  if (negative)
    co_return -co_await t;
  else
    co_return co_await t;
}

co::task<int> leavesEarly(bool negative) {
  auto t = fetch();
  if (negative)
    co_return -co_await t;
  co_return co_await t;
}

co::task<int> eitherOperand(bool negative) {
  auto t = fetch();
  co_return negative ? -co_await t : co_await t;
}

co::task<int> eitherCase(int kind) {
  auto t = fetch();
  switch (kind) {
  case 0:
    co_return co_await t;
  case 1: {
    int value = co_await t;
    co_return value + 1;
  }
  default:
    break;
  }
  co_return -co_await t;
}

co::task<int> correlated(const bool negative) {
  auto t = fetch();
  int sum = 0;
  if (negative)
    sum = -co_await t;
  co_await co::event();
  if (!negative)
    sum = co_await t;
  co_return sum;
}

co::task<int> neverReturns(bool broken) {
  auto t = fetch();
  if (broken) {
    co_await t;
    fail();
  }
  co_return co_await t;
}

co::task<int> throws(bool broken) {
  auto t = fetch();
  if (broken) {
    co_await t;
    throw 1;
  }
  co_return co_await t;
}

template <bool Negative> co::task<int> decidedBefore() {
  auto t = fetch();
  if constexpr (Negative)
    co_return -co_await t;
  else
    co_return co_await t;
}
co::task<int> instantiates() {
  co_return co_await decidedBefore<true>() + co_await decidedBefore<false>();
}
