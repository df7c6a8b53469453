// RUN: %check '--checks=-*,async-unawaited-task' %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What it means to drop a task is told by its type: by when it starts and by
// what its destructor does.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <cstdlib>

own::lazy<> lazy();
own::done_aware<> doneAware();
own::leaky<> leaky();
own::shared<> shared();
[[nodiscard]] own::eager<> eager();
own::eager<> casual(); // may be dropped, says who made the type
own::cancelling<> cancelling();
own::blocking<> blocking();
own::terminating<> terminating();

// What its destructor does is not to be seen here.
class opaque {
public:
  struct promise_type : own::promise_base {
    opaque get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    void return_void() {}
  };
  opaque(opaque &&) noexcept;
  ~opaque();
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();

private:
  void *state;
};
[[nodiscard]] opaque hidden();

// The destructor leaves the work to a function.
class aborting {
public:
  struct promise_type : own::promise_base {
    aborting get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    void return_void() {}
  };
  aborting(aborting &&) noexcept;
  ~aborting() { close(); }
  bool await_ready() const noexcept { return handle.done(); }
  void await_suspend(std::coroutine_handle<>);
  void await_resume();

private:
  void close() {
    if (handle)
      std::abort();
  }
  std::coroutine_handle<promise_type> handle;
};
aborting broken();

co::task<> drops() {
  lazy();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'lazy' is never awaited: it never runs [async-unawaited-task]
  doneAware();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'doneAware' is never awaited: it never runs [async-unawaited-task]
  leaky();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'leaky' is never awaited: it never runs and its frame is leaked [async-unawaited-task]
  shared();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'shared' is never awaited: it never runs [async-unawaited-task]
  casual();
  eager();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'eager' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  cancelling();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'cancelling' is never awaited: dropping it cancels its work [async-unawaited-task]
  blocking();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'blocking' is never awaited: dropping it blocks the thread until its work is done [async-unawaited-task]
  terminating();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'terminating' is never awaited: dropping it ends the program [async-unawaited-task]
  hidden();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'hidden' is never awaited: its result and errors are lost [async-unawaited-task]
  broken();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'broken' is never awaited: dropping it ends the program [async-unawaited-task]
  co_return;
}

co::task<> keeps() {
  auto a = lazy();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'lazy', kept in 'a', is never awaited: it never runs [async-unawaited-task]
  auto b = leaky();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'leaky', kept in 'b', is never awaited: it never runs and its frame is leaked [async-unawaited-task]
  auto c = cancelling(); // ends with its scope, as jthread does
  auto d = terminating();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'terminating', kept in 'd', is never awaited: dropping it ends the program [async-unawaited-task]
  auto e = blocking();
  co_return;
}

co::task<> sometimes(bool now) {
  auto a = leaky();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'leaky', kept in 'a', is not awaited on every path: on the others it never runs and its frame is leaked [async-unawaited-task]
  auto b = cancelling();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'cancelling', kept in 'b', is not awaited on every path: on the others dropping it cancels its work [async-unawaited-task]
  auto c = eager();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'eager', kept in 'c', is not awaited on every path: on the others it goes on alone and its errors are lost [async-unawaited-task]
  if (now) {
    co_await a;
    co_await b;
    co_await c;
  }
}

co::task<> awaits() {
  co_await lazy();
  co_await doneAware();
  co_await leaky();
  co_await shared();
  co_await eager();
  co_await cancelling();
  co_await blocking();
  co_await terminating();
  co_await hidden();
  co_await broken();
  auto a = terminating();
  auto b = blocking();
  co_await a;
  co_await b;
}
