// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a constructor initializes, and what a helper's statements evaluate, is
// evaluated where it is called.
#include "Inputs/task.h"
#include <stdexcept>
#include <unistd.h>

struct with_default {
  int value = usleep(10);
};
struct with_list {
  int value;
  with_list() : value(usleep(10)) {}
};
struct delegating : with_list {
  delegating(int) : delegating() {}
  delegating() = default;
};
struct inherits : with_list {
  using with_list::with_list;
};
struct overwritten {
  int value = usleep(10);
  explicit overwritten(int v) : value(v) {}
};

co::task<> constructs() {
  with_default a;
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: constructing 'with_default' blocks the thread in coroutine 'constructs': it reaches 'usleep', which {{.*}} [async-blocking-call]
  with_list b;
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: constructing 'with_list' blocks the thread in coroutine 'constructs': it reaches 'usleep', which {{.*}} [async-blocking-call]
  delegating c(1);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: constructing 'delegating' blocks the thread in coroutine 'constructs': it reaches 'usleep', which {{.*}} [async-blocking-call]
  inherits d;
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: constructing 'inherits' blocks the thread in coroutine 'constructs': it reaches 'usleep', which {{.*}} [async-blocking-call]
  with_list many[2];
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: constructing 'with_list{{.*}}' blocks the thread in coroutine 'constructs': it reaches 'usleep', which {{.*}} [async-blocking-call]
  overwritten e(1);
  co_return;
}

int inACondition(int n) {
  switch (int answer = usleep(1)) {
  case 0:
    return n;
  default:
    return answer;
  }
}
int inALoop(int n) {
  for (int i = 0; i < n; i += usleep(1))
    ;
  return n;
}
int inAHandler(int n) {
  try {
    if (n > 1)
      throw std::runtime_error("no");
  } catch (const std::exception &) {
    return usleep(1);
  }
  return n;
}
int inAnOperand(int n) { return n ? n : (n, usleep(1)); }
int afterALabel(int n) {
again:
  if (n++ < 3)
    goto again;
  return usleep(1);
}
int nowhere(int n) {
  switch (n) {
  case 0:
    return 1;
  default:
    break;
  }
  for (int i = 0; i < n; ++i)
    n += i;
  return n ? n : 2;
}

co::task<> statements() {
  inACondition(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'inACondition' blocks the thread in coroutine 'statements': it reaches 'usleep', which {{.*}} [async-blocking-call]
  inALoop(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'inALoop' blocks the thread in coroutine 'statements': it reaches 'usleep', which {{.*}} [async-blocking-call]
  inAHandler(2);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'inAHandler' blocks the thread in coroutine 'statements': it reaches 'usleep', which {{.*}} [async-blocking-call]
  inAnOperand(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'inAnOperand' blocks the thread in coroutine 'statements': it reaches 'usleep', which {{.*}} [async-blocking-call]
  afterALabel(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'afterALabel' blocks the thread in coroutine 'statements': it reaches 'usleep', which {{.*}} [async-blocking-call]
  nowhere(1);
  co_return;
}
