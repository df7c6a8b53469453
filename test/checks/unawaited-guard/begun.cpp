// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// That acquiring has begun, and ends with its variable, is no guard.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::cancelling<own::mutex::scoped_guard> lockSoon();
own::cancelling<own::semaphore::units> unitsSoon();
void write();

co::task<> neverAwaited() {
  auto guard = lockSoon();
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the lock from 'lockSoon', kept in 'guard', is never awaited: nothing is locked [async-unawaited-guard]
  auto units = unitsSoon();
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the permit from 'unitsSoon', kept in 'units', is never awaited: nothing is acquired [async-unawaited-guard]
  write();
  co_return;
}

co::task<> awaitedLater() {
  auto wanted = lockSoon();
  co_await co::event();
  auto guard = co_await wanted;
  auto units = co_await unitsSoon();
  write();
}
