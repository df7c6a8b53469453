// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handler in a loop that takes being cancelled for an error: the loop is
// never left.
#include "Inputs/jobs.h"

co::task<> everything() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'everything' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
      jobs::log("lost a message");
    }
  }
}

co::task<> itsBase() {
  while (true) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'itsBase' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
      jobs::log(error.what());
    }
  }
}

co::task<> itself() {
  while (true) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const jobs::operation_cancelled &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const jobs::operation_cancelled &)' swallows 'jobs::operation_cancelled': coroutine 'itself' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: rethrow it with 'throw;' when the handler has cleaned up
      jobs::log("cancelled");
    }
  }
}

co::task<> byContinue() {
  for (int round = 0;; ++round) {
    try {
      co_await jobs::next_tick();
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::stop_signal': coroutine 'byContinue' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      continue;
    }
    jobs::log("tick");
  }
}

co::task<> someTimes() {
  for (int attempt = 0; attempt < 3; ++attempt) {
    try {
      co_await jobs::send("hello");
      co_return;
    } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'someTimes' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    }
  }
}

co::task<> doWhile(int left) {
  do {
    try {
      co_await jobs::send("hello");
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'doWhile' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    }
  } while (--left);
}

co::task<> again(int left) {
retry:
  try {
    co_await jobs::send("hello");
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'again' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    if (--left)
      goto retry;
  }
}

// Left on the first exception, or there is no next round.

co::task<> leftByBreak() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
      break;
    }
  }
}

co::task<> leftByReturn() {
  while (true) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      jobs::log(error.what());
      co_return;
    }
  }
}

co::task<> aroundTheLoop() {
  try {
    for (;;)
      jobs::use(co_await jobs::receive());
  } catch (const std::exception &error) {
    jobs::log(error.what());
  }
}

co::task<> once() {
  do {
    try {
      co_await jobs::send("hello");
    } catch (...) {
    }
  } while (false);
}

// The handler is for something else.

co::task<> otherErrors() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::runtime_error &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> noStandardException() {
  for (;;) {
    try {
      co_await jobs::next_tick();
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}
