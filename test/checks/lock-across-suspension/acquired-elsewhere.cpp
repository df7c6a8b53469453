// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Locks that are acquired in less usual ways.
#include "Inputs/task.h"
#include <mutex>

std::mutex m;
co::task<> store(int value);
void requires_lock(const std::lock_guard<std::mutex> &);
std::unique_lock<std::mutex> lockAll();
struct Locked {
  std::unique_lock<std::mutex> lock;
  int *value;
};
Locked locked();
struct Holder {
  std::lock_guard<std::mutex> l{m};
};

co::task<> answerKept() {
  bool ok = m.try_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: mutex 'm' is held while coroutine 'answerKept' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (ok) {
    co_await store(1);
    m.unlock();
  }
}

co::task<> answerDeclared() {
  if (bool ok = m.try_lock()) {
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: mutex 'm' is held while coroutine 'answerDeclared' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
    m.unlock();
  }
}

co::task<> requirement() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'requirement' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  requires_lock(l);
  co_await store(1);
}

co::task<> extendedCall() {
  auto &&l = lockAll();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: guard 'l' is held while coroutine 'extendedCall' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> extendedGuard() {
  const auto &l = std::unique_lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: guard 'l' is held while coroutine 'extendedGuard' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> initializedMember() {
  Holder h;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: guard 'h' is held while coroutine 'initializedMember' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> inABinding() {
  auto [lock, value] = locked();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: guard 'lock' is held while coroutine 'inABinding' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}
