// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handlers that ask whether it is time to stop, and the loop that does.
#include "Inputs/jobs.h"
#include <atomic>

bool isCancellation(const std::exception &error);
bool isTransient(const std::exception &error);
enum class Answer { ignore, stop };
Answer ask(const std::exception &error);

struct Worker {
  std::atomic<bool> running = true;
  int failures = 0;

  bool isOpen() const;
  co::task<> whileRunning();
  co::task<> whileNotFailing();
};

co::task<> somethingElse() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'somethingElse' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      if (!isTransient(error))
        throw;
    }
  }
}

co::task<> Worker::whileNotFailing() {
  while (failures < 10) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'Worker::whileNotFailing' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      ++failures;
    }
  }
}

co::task<> whether() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      if (isCancellation(error))
        throw;
      jobs::log(error.what());
    }
  }
}

co::task<> theRuntime() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
      if (jobs::is_cancelled())
        co_return;
    }
  }
}

co::task<> theType() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      if (dynamic_cast<const jobs::operation_cancelled *>(&error))
        throw;
      jobs::log(error.what());
    }
  }
}

co::task<> inASwitch() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      switch (ask(error)) {
      case Answer::stop:
        throw;
      default:
        break;
      }
    }
  }
}

co::task<> byTheLoop() {
  while (!jobs::stop_requested()) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> Worker::whileRunning() {
  while (running && isOpen()) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
    }
  }
}

co::task<> beforeGoingOn() {
  try {
    co_await jobs::send("first");
  } catch (...) {
  }
  if (jobs::is_cancelled())
    co_return;
  co_await jobs::send("second");
}
