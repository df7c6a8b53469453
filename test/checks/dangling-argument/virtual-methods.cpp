// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Nobody knows which body it is that a virtual call starts. A lazy one needs its
// object sooner or later.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

struct service {
  virtual ~service() = default;
  virtual co::task<int> run() { co_return 0; }
  virtual co::task<int> stop() = 0;
  virtual own::eager<> start();
};
struct timer : service {
  int ticks = 0;
  co::task<int> run() override { co_return ticks; }
  co::task<int> stop() override { co_return ticks; }
};

co::task<int> local() {
  timer t;
  return t.run();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'timer::run' refers to 't', which dies when 'local' returns [async-dangling-argument]
}

co::task<int> temporary() {
  auto stopping = timer().stop();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'timer::stop' refers to a temporary 'timer', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(stopping);
}

own::eager<> eager() {
  timer t;
  return t.start();
}

co::task<int> awaited() {
  timer t;
  auto running = t.run();
  co_return co_await timer().stop() + co_await std::move(running);
}

co::task<int> ofSomebodyElse(service &s, service *p) { return p ? p->run() : s.run(); }
