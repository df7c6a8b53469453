// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The coroutine waits for other work after the handler.
#include "Inputs/jobs.h"

co::task<> nextStep() {
  try {
    co_await jobs::send("first");
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'nextStep' goes on with its work after it was cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+4]]:3: note: it goes on here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
    jobs::log(error.what());
  }
  co_await jobs::send("second");
}

co::task<> nextItem() {
  for (const char *name : {"one", "two"}) {
    try {
      co_await jobs::send(name);
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'nextItem' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    }
  }
}

co::task<> onOneWay(bool both) {
  try {
    co_await jobs::send("first");
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'onOneWay' goes on with its work after it was cancelled [async-swallowed-cancellation]
  }
  if (both)
    co_await jobs::send("second");
}

co::task<std::string> fallback() {
  try {
    co_return co_await jobs::receive();
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'fallback' goes on with its work after it was cancelled [async-swallowed-cancellation]
  }
  co_await jobs::send("again");
  co_return co_await jobs::receive();
}

co::task<> someOtherEvent(co::event &event) {
  try {
    co_await jobs::send("first");
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'someOtherEvent' goes on with its work after it was cancelled [async-swallowed-cancellation]
  }
  co_await event;
}

// Nothing is waited for afterwards, or only what cleans up.

co::task<> theLastStep() {
  try {
    co_await jobs::send("first");
  } catch (const std::exception &error) {
    jobs::log(error.what());
  }
  jobs::log("done");
}

co::task<> closed() {
  try {
    co_await jobs::send("first");
  } catch (const std::exception &error) {
    jobs::log(error.what());
  }
  co_await jobs::close();
}

co::task<> before() {
  co_await jobs::send("first");
  try {
    co_await jobs::send("second");
  } catch (...) {
  }
}

co::task<> onTheOtherWay() {
  bool sent = false;
  try {
    co_await jobs::send("first");
    sent = true;
  } catch (...) {
    jobs::log("not sent");
    co_return;
  }
  co_await jobs::send("second");
}

co::task<> inABranchThatIsLeft(bool both) {
  if (both) {
    try {
      co_await jobs::send("first");
    } catch (...) {
    }
    co_return;
  }
  co_await jobs::send("second");
}

co::task<> theNextTry() {
  try {
    co_await jobs::send("first");
    co_await jobs::send("second");
  } catch (const std::exception &error) {
    jobs::log(error.what());
  }
}
