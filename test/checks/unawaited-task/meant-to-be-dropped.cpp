// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A type that cannot be awaited nor asked for anything is made to be dropped;
// a synchronous generator is no task, and an awaiter none either.
#include "Inputs/task.h"
#include "Inputs/tasks.h"

co::detached background();
co::generator<int> numbers();
co::event tick();
struct nothing {};
nothing plain();

struct fire_and_forget {
  struct promise_type {
    fire_and_forget get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};
fire_and_forget report();

// Can be awaited: somebody may want to know how it ends.
struct [[nodiscard]] awaitable_job {
  struct promise_type : own::promise_base {
    awaitable_job get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    void return_void() {}
  };
  co::event operator co_await() const { return {}; }
};
awaitable_job work();

co::task<> drops() {
  background();
  auto kept = background();
  (void)numbers();
  numbers();
  tick();
  plain();
  report();
  [&]() -> fire_and_forget { co_await tick(); }();
  work();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'work' is never awaited: {{.*}} [async-unawaited-task]
  co_await work();
}
void inAnOrdinaryFunction() {
  background();
  report();
  numbers();
}
