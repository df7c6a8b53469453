// RUN: %check %s --checks=-*,async-swallowed-cancellation,async-cancellation-as-success
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One check speaks of a handler: the one about the worst that follows.
#include "Inputs/jobs.h"

int parse(const std::string &text);

co::task<int> returns() {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'returns' cannot tell that it was cancelled [async-cancellation-as-success]
    co_return -1;
  }
}

co::task<int> returnsOrGoesOn(bool again) {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'returnsOrGoesOn' goes on with its work after it was cancelled [async-swallowed-cancellation]
    if (!again)
      co_return -1;
  }
  co_return parse(co_await jobs::receive());
}

co::task<int> returnsOrTriesOver(int left) {
  for (;;) {
    try {
      co_return parse(co_await jobs::receive());
    } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'returnsOrTriesOver' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      if (!--left)
        co_return -1;
    }
  }
}

co::task<int> bothHandlers(int left) {
  for (;;) {
    try {
      co_await jobs::next_tick();
      co_return parse(co_await jobs::receive());
    } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'bothHandlers' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' turns 'jobs::stop_signal' into an ordinary return: whoever awaits coroutine 'bothHandlers' cannot tell that it was cancelled [async-cancellation-as-success]
      co_return -1;
    }
  }
}

co::task<int> neither() {
  try {
    co_return parse(co_await jobs::receive());
  } catch (...) {
    jobs::log("failed");
    throw;
  }
}

co::task<int> onlyOtherErrors(int left) {
  while (--left) {
    try {
      co_return parse(co_await jobs::receive());
    } catch (const std::runtime_error &) {
      jobs::log("again");
    }
  }
  co_return -1;
}

co::task<int> asked(int left) {
  while (!jobs::stop_requested() && --left) {
    try {
      co_return parse(co_await jobs::receive());
    } catch (const std::exception &) {
      jobs::log("again");
    }
  }
  co_return -1;
}

co::task<int> anEarlierHandler(int left) {
  while (--left) {
    try {
      co_return parse(co_await jobs::receive());
    } catch (const jobs::operation_cancelled &) {
      throw;
    } catch (const std::exception &) {
      jobs::log("again");
    }
  }
  co_return -1;
}

co::task<> theTop() {
  try {
    co_await jobs::send("hello");
  } catch (const std::exception &) {
    jobs::log("failed");
  }
}
