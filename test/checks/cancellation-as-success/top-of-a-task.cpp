// RUN: %check %s --checks=-*,async-cancellation-as-success --rules=%S/Inputs/start.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The top of a task has nobody to tell; a coroutine that is awaited has.
#include "Inputs/jobs.h"

template <typename T> void start(co::task<T> work);

co::task<> awaited() {
  try {
    co_await jobs::send("hello");
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'awaited' cannot tell that it was cancelled [async-cancellation-as-success]
    jobs::log(error.what());
  }
}

co::task<> awaitedByAMethod() {
  try {
    co_await jobs::send("hello");
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'awaitedByAMethod' cannot tell that it was cancelled [async-cancellation-as-success]
  }
}

co::task<int> awaitedByNobody() {
  try {
    co_await jobs::send("hello");
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'awaitedByNobody' cannot tell that it was cancelled [async-cancellation-as-success]
  }
  co_return 1;
}

co::task<> started() {
  try {
    co_await jobs::send("hello");
  } catch (const std::exception &error) {
    jobs::log(error.what());
  }
}

co::task<int> startedWithAResult() {
  try {
    co_await jobs::send("hello");
  } catch (const std::exception &error) {
    jobs::log(error.what());
  }
  co_return 1;
}

co::task<> seenByNobody() {
  try {
    co_await jobs::send("hello");
  } catch (...) {
    jobs::log("failed");
  }
}

co::detached logger() {
  try {
    co_await jobs::send("hello");
  } catch (...) {
    jobs::log("failed");
  }
}

co::task<> awaiting() {
  co_await awaited();
  start(started());
  start(startedWithAResult());
}

struct Service {
  co::task<> run() { co_await awaitedByAMethod(); }
};
