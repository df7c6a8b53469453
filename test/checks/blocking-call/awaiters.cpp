// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The members of the project's own awaiters run on the loop.
#include "Inputs/task.h"
#include <condition_variable>
#include <mutex>
#include <unistd.h>

struct slow_suspend {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) { usleep(10); }
  void await_resume() {}
};
struct slow_ready {
  bool await_ready() { return usleep(10) == 0; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};
struct slow_resume {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  int await_resume() { return usleep(10); }
};
struct through_operator {
  slow_suspend operator co_await() { return {}; }
};
struct quick {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) { h.resume(); }
  void await_resume() {}
};

co::task<> awaits() {
  co_await slow_suspend();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'slow_suspend::await_suspend' blocks the thread in coroutine 'awaits': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_await slow_ready();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'slow_ready::await_ready' blocks the thread in coroutine 'awaits': it reaches 'usleep', which {{.*}} [async-blocking-call]
  int a = co_await slow_resume();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: call to 'slow_resume::await_resume' blocks the thread in coroutine 'awaits': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_await through_operator();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'slow_suspend::await_suspend' blocks the thread in coroutine 'awaits': it reaches 'usleep', which {{.*}} [async-blocking-call]
  (void)a;
}

co::task<> fine() {
  co_await quick();
  co_await co::event();
  slow_suspend notAwaited;
  (void)notAwaited;
}

// What is awaited is computed here.
co::event makeEvent() {
  usleep(10);
  return {};
}
co::task<> computes() {
  co_await makeEvent();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'makeEvent' blocks the thread in coroutine 'computes': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

// Awaited by nobody.
struct unused {
  bool await_ready() { return usleep(10) == 0; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};

// An operator that blocks has its name in the message.
struct slow_operator {
  quick operator co_await() {
    usleep(10);
    return {};
  }
};
co::task<> named() {
  co_await slow_operator();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'slow_operator::operator co_await' blocks the thread in coroutine 'named': it reaches 'usleep', which {{.*}} [async-blocking-call]
}
