// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Joining a thread waits for all of its work, unless its end was awaited just
// before.
#include "Inputs/task.h"
#include <future>
#include <thread>

void work();

co::task<> joins(std::thread &worker) {
  worker.join();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::thread::join' blocks the thread in coroutine 'joins': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> joinsAfterItsEnd(std::thread &worker, co::event finished) {
  co_await finished;
  worker.join();
}

co::task<> collectsAfterItsEnd(std::thread &worker, std::future<int> result,
                               co::event finished) {
  co_await finished;
  worker.join();
  result.get();
}

// Awaiting something else says little about a result.
co::task<> getsAfterAnything(std::future<int> result, co::event other) {
  co_await other;
  result.get();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::future::get' blocks the thread in coroutine 'getsAfterAnything': it {{.*}} [async-blocking-call]
}

co::task<> joinsLater(std::thread &worker, co::event finished) {
  co_await finished;
  work();
  worker.join();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::thread::join' blocks the thread in coroutine 'joinsLater': it {{.*}} [async-blocking-call]
}

co::task<> joinsInABranch(std::thread &worker, co::event finished, bool wait) {
  if (wait)
    co_await finished;
  worker.join();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::thread::join' blocks the thread in coroutine 'joinsInABranch': it {{.*}} [async-blocking-call]
}

co::task<> detaches() {
  std::thread worker(work);
  worker.detach();
  co_return;
}
