// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the source says about a function wins over what is inferred.
#include "Inputs/task.h"
#include <unistd.h>

[[clang::annotate("async::blocking")]] int readRegister(int address);
[[clang::annotate("async::nonblocking")]] inline void cached() { usleep(1); }
void asClangSays() [[clang::blocking]];
void fastAsClangSays() noexcept [[clang::nonblocking]];

struct device {
  [[clang::annotate("async::blocking")]] device();
  [[clang::annotate("async::blocking")]] void reset();
  void look();
};

co::task<> calls(device &d) {
  readRegister(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'readRegister' blocks the thread in coroutine 'calls'{{.*}} [async-blocking-call]
  d.reset();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'device::reset' blocks the thread in coroutine 'calls'{{.*}} [async-blocking-call]
  device another;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: constructing 'device' blocks the thread in coroutine 'calls'{{.*}} [async-blocking-call]
  asClangSays();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'asClangSays' blocks the thread in coroutine 'calls'{{.*}} [async-blocking-call]
  d.look();
  cached();
  fastAsClangSays();
  co_return;
}

int twice(int address) { return readRegister(address) + 1; }
co::task<> callsAHelper() {
  twice(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'twice' blocks the thread in coroutine 'callsAHelper': it reaches 'readRegister'{{.*}} [async-blocking-call]
  co_return;
}

template <typename F>
[[clang::annotate("async::offload")]] void runElsewhere(F f) {
  f();
}
template <typename F> void runHere(F f) { f(); }

co::task<> offloads() {
  runElsewhere([] { usleep(1); });
  runHere([] { usleep(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'runHere' blocks the thread in coroutine 'offloads': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

[[clang::annotate("async::on_loop")]] void onTick() {
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in 'onTick', which runs on the event loop: it {{.*}} [async-blocking-call]
  [] { usleep(1); }();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'usleep' blocks the thread in 'onTick', which runs on the event loop: it {{.*}} [async-blocking-call]
}
struct handler {
  [[clang::annotate("async::on_loop")]] void operator()() {
    cached();
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in '{{.*}}', which runs on the event loop: it {{.*}} [async-blocking-call]
  }
  void other() { usleep(1); }
};
