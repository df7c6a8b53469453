// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The project's own destructors are followed like any other function.
#include "Inputs/task.h"
#include <memory>
#include <thread>
#include <unistd.h>

struct worker {
  std::thread thread;
  ~worker() { thread.join(); }
};

struct holder {
  int id = 0;
  worker inner;
};

struct late : worker {};

struct quiet {
  ~quiet() { value = 0; }
  int value = 1;
};

co::task<> endsOfScope() {
  worker w;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: destroying 'worker' blocks the thread in coroutine 'endsOfScope': it reaches 'std::thread::join', which {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-18]]:{{[0-9]+}}: note: '{{.*}}worker' calls 'std::thread::join' here
  quiet q;
  co_await co::event();
}

co::task<> throughAMember() {
  holder h;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: destroying 'holder' blocks the thread in coroutine 'throughAMember': it reaches 'std::thread::join', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> throughABase() {
  late l;
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: destroying 'late' blocks the thread in coroutine 'throughABase': it reaches 'std::thread::join', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> temporary() {
  worker{};
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: destroying 'worker' blocks the thread in coroutine 'temporary': it reaches 'std::thread::join', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> deleted(worker *w) {
  delete w;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: destroying 'worker' blocks the thread in coroutine 'deleted': it reaches 'std::thread::join', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> fine(worker &given, worker *pointer) {
  worker &alias = given;
  auto *leaked = new worker;
  quiet q;
  quiet{};
  (void)alias;
  (void)leaked;
  (void)pointer;
  co_return;
}
