// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// That a task exists says nothing about its result.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<bool> connected();
int log();

// A task that is a bool wherever one is asked for, as it inherits the conversion.
struct truth {
  operator bool() const noexcept;
};
struct probe : own::lazy<bool>, truth {
  probe(own::lazy<bool> &&);
  using truth::operator bool;
};
probe ping();

co::task<> asks(bool now) {
  if (connected())
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
    log();
  if (!connected())
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
    log();
  while (connected())
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
    log();
  int way = connected() ? 1 : 2;
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
  bool both = now && connected();
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
  bool either = connected() || now;
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
  bool ok = static_cast<bool>(connected());
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
  if (bool(connected()) && now)
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
    log();
  bool up = ping();
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the task from 'ping' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
  if (ping() == now)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'ping' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
    log();
  now && connected();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
  (void)way, (void)both, (void)either, (void)ok, (void)up;
  co_return;
}

void inAnOrdinaryFunction() {
  if (connected())
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'connected' is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
    log();
}

co::task<> asksAVariable() {
  if (auto task = connected())
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'connected', kept in 'task', is {{never awaited|converted to 'bool' instead of being awaited}}: it never runs [async-unawaited-task]
    log();
  auto task = connected();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'connected', kept in 'task', is {{never awaited|converted to 'bool' instead of being awaited}}: it never runs [async-unawaited-task]
  if (task)
    log();
  co_return;
}

template <typename T> bool isOn(T (*ask)()) {
  return static_cast<bool>(ask());
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: {{.*}} is converted to 'bool' instead of being awaited: it never runs [async-unawaited-task]
}
bool instantiates() { return isOn(connected); }

co::task<> fine(bool now) {
  if (co_await connected())
    log();
  if (!co_await connected() && now)
    log();
  bool ok = co_await ping();
  auto task = connected();
  if (task)
    ok = co_await std::move(task);
  if (auto another = connected(); co_await another)
    log();
  if (auto another = connected())
    ok = co_await another;
  own::lazy<bool> none;
  if (none)
    log();
  (void)ok;
}
