// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A method that is no question makes something of the task: it starts it,
// gives it away, or takes its result. What it returns may be a task again.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

struct work : own::lazy<> {
  work(own::lazy<> &&);
  void detach();
  int get();
  void cancel() const;
  work then(int) &&;
  work &on(int);
  bool done() const;
  int size() const;
};
work make();
void log(int);

co::task<> fine() {
  make().start();
  make().detach();
  log(make().get());
  make().on(1).start();
  make().on(1).on(2).detach();
  auto a = make();
  a.start();
  auto b = make();
  std::move(b).detach();
  auto c = make();
  (void)c.get();
  auto d = make();
  d.on(1);
  auto e = make();
  if (e.done())
    log(1);
  e.start();
  co_await make().then(1);
  auto f = make();
  co_await std::move(f).then(2);
  auto g = make();
  g.cancel();
}

co::task<> forgets() {
  make().then(1);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work::then' is never awaited: it never runs [async-unawaited-task]
  auto a = make();
  std::move(a).then(1);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'work::then' is never awaited: it never runs [async-unawaited-task]
  auto b = make();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'make', kept in 'b', is never awaited: it never runs [async-unawaited-task]
  if (b.done())
    log(b.size());
  auto c = make();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'make', kept in 'c', is not awaited on every path: on the others it never runs [async-unawaited-task]
  if (c.size() > 1)
    c.start();
  co_return;
}
