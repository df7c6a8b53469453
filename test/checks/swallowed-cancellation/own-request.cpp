// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who asks others to stop, and then waits for them, expects it.
#include "Inputs/jobs.h"

struct Reader {
  jobs::operation<> done();
  void cancel();
  void pause();
};

co::task<> others(Reader &reader, Reader &other) {
  reader.cancel();
  try {
    co_await other.done();
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'others' goes on with its work after it was cancelled [async-swallowed-cancellation]
    jobs::log(error.what());
  }
  co_await jobs::send("stopped");
}

co::task<> onlyPaused(Reader &reader) {
  reader.pause();
  try {
    co_await reader.done();
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'onlyPaused' goes on with its work after it was cancelled [async-swallowed-cancellation]
    jobs::log(error.what());
  }
  co_await jobs::send("stopped");
}

co::task<> itsOwn(Reader &reader) {
  reader.cancel();
  try {
    co_await reader.done();
  } catch (const std::exception &error) {
    jobs::log(error.what());
  }
  co_await jobs::send("stopped");
}

struct Pipeline {
  Reader reader;

  co::task<> stop() {
    reader.cancel();
    try {
      co_await reader.done();
    } catch (...) {
    }
    co_await jobs::send("stopped");
  }
};
