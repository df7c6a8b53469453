// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Waiting for other threads, and asking without waiting.
#include "Inputs/task.h"
#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <semaphore>
#include <thread>

co::task<> waits(std::condition_variable &changed,
                 std::unique_lock<std::mutex> &held, std::latch &all,
                 std::binary_semaphore &slot, std::future<int> &result,
                 std::shared_future<int> shared) {
  changed.wait(held);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: call to 'std::condition_variable::wait' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  changed.wait(held, [] { return true; });
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: call to 'std::condition_variable::wait' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  all.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'std::latch::wait' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  all.arrive_and_wait();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'std::latch::arrive_and_wait' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  slot.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'std::{{.*}}acquire' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  result.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::{{.*}}wait' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  result.get();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::future::get' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  shared.get();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::shared_future::get' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> fine(std::condition_variable &changed, std::latch &all,
                std::binary_semaphore &slot, std::future<int> &result) {
  changed.notify_all();
  all.count_down();
  if (all.try_wait() && slot.try_acquire())
    slot.release();
  result.valid();
  co_return;
}
