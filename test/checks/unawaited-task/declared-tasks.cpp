// RUN: %check --rules=%S/Inputs/tasks.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types that a rule calls tasks, and what it says about dropping one.
#include "Inputs/task.h"

namespace lib {
struct awaitable {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
  ~awaitable();
};
struct sender : awaitable {};
struct leaking : awaitable {};
struct checked : awaitable {};
struct job : awaitable {};
struct background : awaitable {};
struct sequence : awaitable {};
struct unheard_of : awaitable {};
template <typename T> struct other {};
} // namespace lib

lib::sender send();
lib::leaking leak();
lib::checked check();
lib::job run();
lib::background notify();
lib::sequence numbers();
lib::unheard_of any();
lib::other<lib::sender> other();

co::task<> drops() {
  send();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'send' is never awaited: it never runs [async-unawaited-task]
  leak();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'leak' is never awaited: it never runs and its frame is leaked [async-unawaited-task]
  check();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'check' is never awaited: dropping it unfinished fails an assertion [async-unawaited-task]
  run();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'run' is never awaited: dropping it cancels its work [async-unawaited-task]
  notify();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'notify' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  auto kept = check();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'check', kept in 'kept', is never awaited: dropping it unfinished fails an assertion [async-unawaited-task]
  co_return;
}

co::task<> fine() {
  co_await send();
  co_await leak();
  co_await check();
  co_await run();
  co_await notify();
  numbers();
  any();
  other();
}
void inAnOrdinaryFunction() { notify(); }
