// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The future of std::async waits in its destructor; no other future does.
#include "Inputs/task.h"
#include <future>

int work();

co::task<> waitsAtOnce() {
  std::async(std::launch::async, work);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: destroying 'std::future' blocks the thread in coroutine 'waitsAtOnce': it {{.*}} [async-blocking-call]
  (void)std::async(std::launch::async, [] { return work(); });
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: destroying 'std::future' blocks the thread in coroutine 'waitsAtOnce': it {{.*}} [async-blocking-call]
  std::async(work);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: destroying 'std::future' blocks the thread in coroutine 'waitsAtOnce': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> waitsAtTheEnd() {
  auto running = std::async(std::launch::async, work);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: destroying 'std::future' blocks the thread in coroutine 'waitsAtTheEnd': it {{.*}} [async-blocking-call]
  co_await co::event();
}

co::task<> waitsForTheResult() {
  std::future<int> running = std::async(std::launch::async, work);
  int result = running.get();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: call to 'std::future::get' blocks the thread in coroutine 'waitsForTheResult': it {{.*}} [async-blocking-call]
  (void)result;
  co_return;
}

// Runs in get(), which nobody calls.
co::task<> deferred() {
  (void)std::async(std::launch::deferred, work);
  auto later = std::async(std::launch::deferred, work);
  co_return;
}

void keep(std::future<int>);
co::task<> handedOver() {
  auto running = std::async(std::launch::async, work);
  keep(std::move(running));
  co_return;
}

co::task<> fine(std::promise<int> promise) {
  std::future<int> result = promise.get_future();
  (void)promise.get_future();
  std::packaged_task<int()> job(work);
  auto later = job.get_future();
  std::future<int> none;
  co_await co::event();
}

struct owner {
  std::future<int> running;
  co::task<> start() {
    running = std::async(std::launch::async, work);
    co_return;
  }
};

co::task<std::future<int>> returned() {
  co_return std::async(std::launch::async, work);
}

void plain() { (void)std::async(std::launch::async, work); }
