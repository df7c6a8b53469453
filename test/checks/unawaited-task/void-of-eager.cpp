// RUN: %check --config=async-unawaited-task.VoidCastOfEager=true %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Strict projects want every task that has been started to be awaited.
#include "Inputs/task.h"
#include "Inputs/tasks.h"

own::lazy<> save();
own::eager<> notify();
own::cancelling<> watch();
own::cancelling<int> number();

co::task<> casts() {
  (void)notify();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'notify' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  static_cast<void>(watch());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'watch' is never awaited: dropping it cancels its work [async-unawaited-task]
  (void)save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  co_await notify();
  (void)co_await number();
}
