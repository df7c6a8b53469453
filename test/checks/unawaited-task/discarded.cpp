// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A call that makes a task, as a statement of its own: nobody can await it any
// more. The finding is where calls are placed.
#include "Inputs/task.h"
#include "Inputs/tasks.h"

own::lazy<> save();
co::task<> marked();

namespace store {
own::lazy<int> load(int key);
struct table {
  own::lazy<> insert(int key);
  own::lazy<> operator()(int key);
  own::lazy<> operator+=(int key);
  static own::lazy<> compact();
  virtual own::lazy<> drop();
  table &self();
};
} // namespace store

co::task<> statements(store::table &t, store::table *p) {
  save();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await it
  marked();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'marked' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await it
  store::load(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store::load' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await it
  t.insert(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'store::table::insert' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await it
  p->self().insert(2);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the task from 'store::table::insert' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:13: note: instead: co_await it
  p->drop();
// CHECK-MESSAGES: :[[@LINE-1]]:6: warning: the task from 'store::table::drop' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:6: note: instead: co_await it
  store::table::compact();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store::table::compact' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await it
  t(3);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store::table::operator()' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await it
  t += 3;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'store::table::operator+=' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await it
  (save());
// CHECK-MESSAGES: :[[@LINE-1]]:4: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:4: note: instead: co_await it
  co_return;
}

co::task<> nested() {
  store::load(co_await store::load(1));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store::load' is never awaited: it never runs [async-unawaited-task]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await it
}

// What is consumed, or is no task.
void start(own::lazy<>);
co::event tick();
co::generator<int> numbers();
co::detached run();
int plain();
own::lazy<> *address();
own::lazy<> &reference();

co::task<> fine(store::table &t) {
  co_await save();
  co_await (save());
  co_await marked();
  int value = co_await store::load(co_await store::load(1));
  co_await t.insert(value);
  co_await (t += 3);
  start(save());
  start({save()});
  tick();
  numbers();
  run();
  plain();
  address();
  reference();
  co_return co_await save();
}
