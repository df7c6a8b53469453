// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two questions of the same unchanged value have the same answer.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
bool more();
int next();

co::task<> sameValue(bool now) {
  own::lazy<> t;
  if (now)
    t = save();
  co_await co::event();
  if (now)
    co_await std::move(t);
}
co::task<> negated(const bool now) {
  own::lazy<> t;
  if (!now)
    t = save();
  if (now)
    co_return;
  co_await std::move(t);
}
co::task<> otherWayRound(bool now) {
  auto t = save();
  if (!now)
    co_await t;
  if (now)
    co_await t;
}
co::task<> compared(int way) {
  own::lazy<> t;
  if (way == 1)
    t = save();
  if (way != 1)
    co_return;
  co_await std::move(t);
}
co::task<> ofALocal() {
  const bool now = more();
  own::lazy<> t;
  if (now)
    t = save();
  if (now)
    co_await std::move(t);
}
co::task<> early(bool closed) {
  own::lazy<> t;
  if (!closed)
    t = save();
  if (closed)
    co_return;
  co_await std::move(t);
}

// Asked again, the answer may be another one.
co::task<> changes(bool now) {
  own::lazy<> t;
  if (now)
    t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
  now = more();
  if (now)
    co_await std::move(t);
}
co::task<> twoValues(bool now, bool later) {
  own::lazy<> t;
  if (now)
    t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
  if (later)
    co_await std::move(t);
}
co::task<> contrary(bool now) {
  own::lazy<> t;
  if (now)
    t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save', kept in 't', is {{never awaited|not awaited on every path: on the others}}{{.*}} [async-unawaited-task]
  if (!now)
    co_await std::move(t);
}
