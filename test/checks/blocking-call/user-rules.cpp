// RUN: %check '--checks=-*,async-blocking-call' --rules=%S/Inputs/device.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A user's rules. A method's class can be named as in the source, as the
// receiver's class, or as the class that declares it.
#include "Inputs/task.h"
#include "Inputs/device.h"
#include <unistd.h>

co::task<> named(hw::bus &bus, hw::fast_bus &fast, hw::other_bus &other) {
  bus.transfer(1);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to '{{.*}}transfer' blocks the thread in coroutine 'named': it waits for the device [async-blocking-call]
// CHECK-MESSAGES: :{{[0-9]+}}:{{[0-9]+}}: note: instead: co_await bus.async_transfer(...)
  fast.transfer(1);
  other.transfer(1);
  other.flush();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to '{{.*}}flush' blocks the thread in coroutine 'named': it waits for the device [async-blocking-call]
  bus.flush();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to '{{.*}}flush' blocks the thread in coroutine 'named': it waits for the device [async-blocking-call]
  co_return;
}

co::task<> byAlias(hw::serial_port &port) {
  port.drain();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to '{{.*}}drain' blocks the thread in coroutine 'byAlias': it waits for the device [async-blocking-call]
  co_return;
}

co::task<> conditions(hw::bus &bus) {
  hw::reset(hw::soft);
  hw::reset(hw::hard);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'hw::reset' blocks the thread in coroutine 'conditions': it waits for the device [async-blocking-call]
  hw::reset(3);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'hw::reset' blocks the thread in coroutine 'conditions': it waits for the device [async-blocking-call]
  hw::store(nullptr);
  hw::store(&bus);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'hw::store' blocks the thread in coroutine 'conditions': it waits for the device [async-blocking-call]
  co_return;
}

co::task<> subclasses(hw::driver &base, hw::usb_driver &derived) {
  base.probe();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to '{{.*}}probe' blocks the thread in coroutine 'subclasses': it waits for the device [async-blocking-call]
  derived.probe();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: call to '{{.*}}probe' blocks the thread in coroutine 'subclasses': it waits for the device [async-blocking-call]
  co_return;
}

co::task<> offloads() {
  hw::on_worker([] { usleep(1); });
  hw::on_worker(1, [] { usleep(1); });
  hw::at_once([] { usleep(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: call to 'usleep' blocks the thread in coroutine 'offloads': it {{.*}} [async-blocking-call]
  co_return;
}

void subscribes() {
  hw::on_interrupt([] {
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  });
}
