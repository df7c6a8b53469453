// RUN: %check %s --checks=-*,async-cancellation-as-success
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A promise that may end the program when it is given a result does not let the
// exception of a handler through.
#include "Inputs/jobs.h"
#include <cassert>

struct counting {
  struct promise_type : co::lazy_promise {
    bool done = false;
    int value = 0;
    counting get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    void return_value(int v) {
      assert(!done);
      value = v;
      done = true;
    }
  };
  std::coroutine_handle<promise_type> handle;

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
    return handle;
  }
  int await_resume() { return handle.promise().value; }
};

counting ticks() {
  int count = 0;
  try {
    for (;; ++count)
      co_await jobs::next_tick();
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'jobs::stop_signal' into an ordinary return: whoever awaits coroutine 'ticks' cannot tell that it was cancelled [async-cancellation-as-success]
    co_return -1;
  }
}

counting ticksUntilCancelled() {
  int count = 0;
  try {
    for (;; ++count)
      co_await jobs::next_tick();
  } catch (...) {
    jobs::log("no more ticks");
    throw;
  }
}

counting ticksAtMost(int limit) {
  int count = 0;
  try {
    for (; count < limit; ++count)
      co_await jobs::next_tick();
  } catch (const jobs::stop_signal &) {
    jobs::log("no more ticks");
  }
  co_return count;
}
