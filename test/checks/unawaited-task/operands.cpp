// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where no compiler warns: operands whose value is thrown away.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
own::lazy<> load();
int log();
void start(own::lazy<>);

co::task<> commas(int i) {
  save(), load();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:11: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  log(), save();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  save(), log();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  i = (save(), 1);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  co_await save(), load();
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  co_await (save(), load());
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
}

co::task<> arms(bool now) {
  now ? save() : load();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:18: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  now ? (void)save() : (void)log();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  (void)(now ? log() : (load(), 1));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  co_return;
}

co::task<> shortCircuits(bool now) {
  now && (save(), true);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  now || (save(), true);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  now && (co_await load(), save(), now);
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
}

co::task<> loops() {
  for (int i = 0; i < 3; save(), ++i)
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
    co_await load();
  for (save(); log();)
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
    co_await load();
  for (int i = 0; i < 3; save())
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
    ++i;
  while (save(), log())
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
    co_await load();
}

co::task<> fine(bool now, int i) {
  co_await (now ? save() : load());
  now ? co_await save() : co_await load();
  start(now ? save() : load());
  own::lazy<> task = now ? save() : load();
  co_await std::move(task);
  i = (co_await save(), 1);
  co_await save(), co_await load();
  co_await (log(), load());
  now && (co_await save(), true);
  for (; i < 3; co_await save(), ++i)
    start((log(), load()));
}
own::lazy<> returned(bool now) { return now ? save() : (log(), load()); }
