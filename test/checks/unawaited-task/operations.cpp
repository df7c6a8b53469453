// RUN: %check --rules=%S/Inputs/operations.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a library calls a sleep, a timeout or a gather has to be awaited, too,
// whatever type it returns.
#include "Inputs/task.h"
#include "Inputs/tasks.h"

own::lazy<> save();

namespace op {
co::event sleep_for(int);
co::event yield_now();
co::event with_timeout(int, own::lazy<>);
co::event gather(own::lazy<>, own::lazy<>);
co::event first_of(own::lazy<>, own::lazy<>);
co::hop resume_on_pool();
co::event unknown();
} // namespace op

co::task<> forgets() {
  op::sleep_for(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'op::sleep_for' is never awaited: it never runs [async-unawaited-task]
  op::yield_now();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'op::yield_now' is never awaited: it never runs [async-unawaited-task]
  op::with_timeout(1, save());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'op::with_timeout' is never awaited: it never runs [async-unawaited-task]
  op::gather(save(), save());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'op::gather' is never awaited: it never runs [async-unawaited-task]
  op::first_of(save(), save());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'op::first_of' is never awaited: it never runs [async-unawaited-task]
  op::resume_on_pool();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'op::resume_on_pool' is never awaited: it never runs [async-unawaited-task]
  auto pause = op::sleep_for(1);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the operation from 'op::sleep_for', kept in 'pause', is never awaited: it never runs [async-unawaited-task]
  co_return;
}

co::task<> onOnePath(bool now) {
  auto pause = op::sleep_for(1);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the operation from 'op::sleep_for', kept in 'pause', is not awaited on every path: on the others it never runs [async-unawaited-task]
  if (now)
    co_await pause;
}

void start(co::event);
co::event returned() { return op::sleep_for(1); }
co::task<> fine() {
  co_await op::sleep_for(1);
  co_await op::yield_now();
  co_await op::with_timeout(1, save());
  co_await op::gather(save(), save());
  co_await op::resume_on_pool();
  auto pause = op::sleep_for(1);
  co_await pause;
  start(op::sleep_for(1));
  op::unknown();
}
