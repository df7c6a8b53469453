// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is thrown on the way.
#include "Inputs/task.h"
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>

co::task<> store(int value);
void keep(int value);
void check();

std::mutex m;
int balance = 0;

co::task<> inTheTry() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'inTheTry' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  try {
    co_await store(balance);
  } catch (const std::exception &) {
    balance = 0;
  }
}

co::task<> afterTheTry() {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'afterTheTry' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  try {
    check();
  } catch (const std::runtime_error &) {
    l.unlock();
  }
  co_await store(balance);
}

co::task<> afterTheHandler() {
  m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'afterTheHandler' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  bool failed = false;
  try {
    check();
    m.unlock();
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await store(balance);
}

co::task<> lockedInTheHandler() {
  std::unique_lock l(m, std::defer_lock);
  try {
    check();
  } catch (...) {
    l.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'lockedInTheHandler' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    balance = 0;
  }
  co_await store(balance);
}

co::task<> functionTryBlock() try {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'functionTryBlock' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
} catch (...) {
  balance = 0;
}

// Released.

co::task<> unlockedInEach() {
  std::unique_lock l(m);
  try {
    check();
    l.unlock();
  } catch (...) {
    l.unlock();
  }
  co_await store(balance);
}

co::task<> unlockedAndRethrown() {
  m.lock();
  try {
    check();
  } catch (...) {
    m.unlock();
    throw;
  }
  m.unlock();
  co_await store(balance);
}

co::task<> unlockedInTheHandler() {
  std::optional<std::runtime_error> error;
  m.lock();
  try {
    check();
  } catch (const std::runtime_error &thrown) {
    error = thrown;
  }
  m.unlock();
  if (error)
    co_await store(balance);
}

co::task<> goneWithTheTry() {
  bool failed = false;
  try {
    std::lock_guard l(m);
    check();
  } catch (const std::exception &) {
    failed = true;
  }
  if (failed)
    co_await store(balance);
}

co::task<> goneWithTheHandler() {
  try {
    check();
  } catch (const std::exception &) {
    std::lock_guard l(m);
    balance = 0;
  }
  co_await store(balance);
}

co::task<> errorWithTheLock() {
  std::unique_lock l(m);
  try {
    check();
  } catch (...) {
    throw;
  }
  l.unlock();
  co_await store(balance);
}

co::task<> goneInAFunctionTryBlock() try {
  {
    std::lock_guard l(m);
    check();
  }
  co_await store(balance);
} catch (...) {
  balance = 0;
}
