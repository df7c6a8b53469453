// RUN: %check '--checks=-*,async-blocking-call' --rules=%S/Inputs/aliases.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A class can be named by the typedef or derived class that the source names,
// for static methods, constructors and destructors too.
#include "Inputs/aliases.h"
#include "Inputs/task.h"

co::task<> statics() {
  hw::clock::settle();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to '{{.*}}settle' blocks the thread in coroutine 'statics': it waits until the clock is steady [async-blocking-call]
  hw::slow_clock::settle();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to '{{.*}}settle' blocks the thread in coroutine 'statics': it waits until the clock is steady [async-blocking-call]
  hw::other_clock::settle();
  hw::basic_clock<int>::settle();
  co_return;
}

co::task<> objects() {
  hw::probe slow(1);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: constructing 'hw::probe' blocks the thread in coroutine 'objects': it talks to the device [async-blocking-call]
  hw::fast_probe fast(1);
  co_return;
}
