// RUN: %check %s '--checks=-*,async-blocking-call' --args=-Wno-uninitialized
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables that are made from themselves end no less.
#include "Inputs/task.h"
#include <functional>
#include <future>
#include <unistd.h>

co::task<> conditions() {
  bool turned = !turned;
  if (turned)
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in coroutine 'conditions': it {{.*}} [async-blocking-call]
  bool both = both && !both;
  if (both)
    co_return;
}

co::task<> callables() {
  std::function<void()> again = std::bind(again);
  again();
  co_return;
}

struct base {
  void sync() { usleep(1); }
};
struct derived : base {
  void sync() {}
};
co::task<> qualified(derived d) {
  d.sync();
  d.base::sync();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: call to 'base::sync' blocks the thread in coroutine 'qualified': it reaches 'usleep', which {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :{{[0-9]+}}:{{[0-9]+}}: note: 'base::sync' calls 'usleep' here
  co_return;
}
