// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A coroutine lambda is a root wherever it stands.
#include "Inputs/task.h"
#include <unistd.h>

void start(co::task<>);

void plain() {
  usleep(10);
  auto work = [](int time) -> co::task<> {
    usleep(time);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in a coroutine lambda: it {{.*}} [async-blocking-call]
    co_return;
  };
  start(work(1));
  start([]() -> co::task<> {
    co_await co::event();
    [] { usleep(10); }();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'usleep' blocks the thread in a coroutine lambda: it {{.*}} [async-blocking-call]
  }());
  auto quiet = []() -> co::task<> {
    auto ordinary = [] { usleep(10); };
    (void)ordinary;
    co_return;
  };
  start(quiet());
  auto ordinary = [] { usleep(10); };
  ordinary();
}

auto global = [](auto time) -> co::task<> {
  usleep(time);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in a coroutine lambda: it {{.*}} [async-blocking-call]
  co_return;
};

co::task<> outer() {
  co_await global(1);
  co_await global(2u);
  auto inner = []() -> co::task<> {
    usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in a coroutine lambda: it {{.*}} [async-blocking-call]
    co_return;
  };
  co_await inner();
}
