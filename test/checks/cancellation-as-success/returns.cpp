// RUN: %check %s --checks=-*,async-cancellation-as-success
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whoever awaits gets an ordinary result when the work was cancelled.
#include "Inputs/jobs.h"

int parse(const std::string &text);

co::task<int> aDefault() {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'aDefault' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
    co_return -1;
  }
}

co::task<std::string> afterTheTry() {
  try {
    co_return co_await jobs::receive();
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'afterTheTry' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+4]]:3: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
    jobs::log("nothing received");
  }
  co_return "";
}

co::task<bool> aFlag() {
  bool sent = false;
  try {
    co_await jobs::send("hello");
    sent = true;
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'aFlag' cannot tell that it was cancelled [async-cancellation-as-success]
    jobs::log("not sent");
  }
  co_return sent;
}

co::task<int> outOfALoop() {
  int count = 0;
  for (;;) {
    try {
      co_await jobs::receive();
      ++count;
    } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'outOfALoop' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
      break;
    }
  }
  co_return count;
}

co::task<int> onOneWay(bool strict) {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'onOneWay' cannot tell that it was cancelled [async-cancellation-as-success]
    if (strict)
      throw;
    co_return -1;
  }
}

co::task<bool> whatCleansUp() {
  bool sent = false;
  try {
    co_await jobs::send("hello");
    sent = true;
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'whatCleansUp' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+4]]:3: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
  }
  co_await jobs::close();
  co_return sent;
}

// Let through, asked for, or not caught.

co::task<int> letThrough() {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const jobs::operation_cancelled &) {
    throw;
  } catch (const std::exception &error) {
    co_return -1;
  }
}

co::task<int> asked() {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const std::exception &error) {
    if (jobs::is_cancelled())
      throw;
    co_return -1;
  }
}

co::task<int> notCaught() {
  try {
    co_return parse(co_await jobs::receive());
  } catch (const std::runtime_error &error) {
    co_return -1;
  }
}

co::task<int> onlyTheParser() {
  std::string text = co_await jobs::receive();
  try {
    co_return parse(text);
  } catch (const std::exception &error) {
    co_return -1;
  }
}

co::task<std::string> thrownLater() {
  std::exception_ptr error;
  std::string text;
  try {
    text = co_await jobs::receive();
  } catch (...) {
    error = std::current_exception();
  }
  if (error)
    std::rethrow_exception(error);
  co_return text;
}

co::task<int> leftToTheCaller() {
  int count = 0;
  for (;; ++count)
    if ((co_await jobs::receive()).empty())
      co_return count;
}

co::task<bool> asAnother() {
  try {
    co_await jobs::send("hello");
    co_return true;
  } catch (const std::exception &error) {
    throw std::runtime_error(error.what());
  }
}
