// RUN: %check '--checks=-*,async-blocking-call' --config=async-blocking-call.Confidence=contextual %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// On request, waiting for a mutex is found too; asking for it never is.
#include "Inputs/task.h"
#include <mutex>
#include <shared_mutex>

co::task<> waits(std::mutex &m, std::shared_mutex &s) {
  m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::mutex::lock' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  m.unlock();
  s.lock_shared();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::shared_mutex::lock_shared' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  s.unlock_shared();
  std::lock_guard guard(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: constructing 'std::lock_guard' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  std::scoped_lock both(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: constructing 'std::scoped_lock' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  std::unique_lock<std::mutex> lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: constructing 'std::unique_lock' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  std::shared_lock shared(s);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: constructing 'std::shared_lock' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  std::unique_lock<std::mutex> later(m, std::defer_lock);
  later.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to 'std::unique_lock::lock' blocks the thread in coroutine 'waits': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> asks(std::mutex &m, std::shared_mutex &s) {
  if (m.try_lock())
    m.unlock();
  if (s.try_lock_shared())
    s.unlock_shared();
  std::unique_lock<std::mutex> tried(m, std::try_to_lock);
  std::unique_lock<std::mutex> deferred(m, std::defer_lock);
  std::unique_lock<std::mutex> adopted(m, std::adopt_lock);
  std::lock_guard<std::mutex> owned(m, std::adopt_lock);
  std::unique_lock<std::mutex> none;
  if (deferred.try_lock())
    deferred.unlock();
  co_return;
}
