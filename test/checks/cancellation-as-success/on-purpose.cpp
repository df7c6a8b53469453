// RUN: %check %s --checks=-*,async-cancellation-as-success
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handler for nothing but being cancelled knows what it does.
#include "Inputs/jobs.h"

int parse(const std::string &text);

co::task<int> itsBase() {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'itsBase' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
    co_return -1;
  }
}

co::task<int> everything() {
  int ticks = 0;
  try {
    for (;; ++ticks)
      co_await jobs::next_tick();
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'jobs::stop_signal' into an ordinary return: whoever awaits coroutine 'everything' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+3]]:3: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const jobs::stop_signal &) { throw; }'
  }
  co_return ticks;
}

co::task<int> itself() {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const jobs::operation_cancelled &) {
    co_return -1;
  }
}

co::task<int> itsOwnSignal() {
  int ticks = 0;
  try {
    for (;; ++ticks)
      co_await jobs::next_tick();
  } catch (jobs::stop_signal) {
  }
  co_return ticks;
}

// A timeout that becomes a value.
co::task<std::string> receiveSoon() {
  try {
    co_return co_await jobs::receive();
  } catch (const jobs::operation_cancelled &) {
    jobs::log("timed out");
  }
  co_return "";
}
