// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A closure that is no coroutine returns its task just as a function does. What is
// around it does not matter to it, nor it to that.
#include "Inputs/task.h"
#include <functional>
#include <mutex>
#include <stdexcept>
#include <utility>

co::task<int> load(int key);
co::task<int> fallback();
void check(int key);
void log(const char *text) noexcept;
void onRequest(std::function<co::task<int>(int)> handler);

struct ScopedTimer {
  explicit ScopedTimer(const char *name) noexcept : name(name) {}
  ~ScopedTimer() { log(name); }
  const char *name;
};

std::mutex mutex;

void handlers() {
  onRequest([](int key) -> co::task<int> {
    try {
      return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
    } catch (const std::exception &) {
      return fallback();
    }
  });
  onRequest([](int key) {
    ScopedTimer timer("load");
    return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' runs only after 'timer' is gone [async-return-without-await]
  });
  onRequest([&](int key) {
    std::lock_guard lock(mutex);
    return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' runs only after 'lock' is gone [async-return-without-await]
  });
}

// A generic one.
template <typename Handler> co::task<int> handle(Handler handler, int key) {
  co_return co_await handler(key);
}

co::task<int> generic() {
  return handle(
      [](auto key) {
        ScopedTimer timer("generic");
        return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'load' runs only after 'timer' is gone [async-return-without-await]
      },
      1);
}

// Coroutines.

void coroutines() {
  onRequest([](int key) -> co::task<int> {
    try {
      co_return co_await load(key);
    } catch (const std::exception &) {
      log("failed");
    }
    co_return co_await fallback();
  });
  onRequest([](int key) -> co::task<int> {
    ScopedTimer timer("load");
    co_return co_await load(key);
  });
}

// The try or the guard is that of the function around.

void madeInATry() {
  try {
    onRequest([](int key) { return load(key); });
  } catch (const std::exception &) {
    log("no handler");
  }
}

void madeUnderALock() {
  std::lock_guard lock(mutex);
  onRequest([](int key) { return load(key); });
}

std::function<co::task<int>(int)> returnedFromATry(int offset) {
  try {
    return [offset](int key) { return load(key + offset); };
  } catch (const std::exception &) {
    return [](int) { return fallback(); };
  }
}

// The closure's own.

co::task<int> checkedByAClosure(int key) {
  auto checked = [](int key) {
    try {
      check(key);
    } catch (const std::exception &) {
      return false;
    }
    return true;
  };
  return checked(key) ? load(key) : fallback();
}

co::task<int> timedByAClosure(int key) {
  auto timed = [] { ScopedTimer timer("closure"); };
  timed();
  return load(key);
}
