// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands under co_return, co_yield and co_await is evaluated here; what a
// library calls by a blocking function's name and is awaited is not blocking.
#include "Inputs/task.h"
#include <unistd.h>

struct source {
  struct promise_type : co::lazy_promise {
    source get_return_object() { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    co::event await_transform(int) { return {}; }
    co::event await_transform(co::event e) { return e; }
    void return_void() {}
  };
};

co::task<int> returns() {
  co_return usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'usleep' blocks the thread in coroutine 'returns': it {{.*}} [async-blocking-call]
}

source yields() {
  co_yield usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'usleep' blocks the thread in coroutine 'yields': it {{.*}} [async-blocking-call]
  co_await usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'usleep' blocks the thread in coroutine 'yields': it {{.*}} [async-blocking-call]
  co_await co::event();
  co_yield 2;
}

source quiet() {
  co_yield 1;
  co_await 2;
}

namespace lib {
co::event usleep(int);
}
co::task<> lookalikes() {
  co_await lib::usleep(1);
  auto later = lib::usleep(2);
  co_await later;
}
