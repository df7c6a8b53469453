// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handlers in handlers, in other statements, and what a break leaves.
#include "Inputs/jobs.h"

co::task<> theOuterOne() {
  for (;;) {
    try {
      try {
        co_await jobs::send("hello");
      } catch (const std::exception &) {
        jobs::log("not sent");
        throw;
      }
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'theOuterOne' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
    }
  }
}

co::task<> theInnerOne() {
  try {
    for (;;) {
      try {
        co_await jobs::send("hello");
      } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'theInnerOne' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      }
    }
  } catch (...) {
    jobs::log("never comes here");
  }
}

co::task<> outOfASwitch(int kind) {
  for (;;) {
    switch (kind) {
    case 1:
      try {
        co_await jobs::send("hello");
      } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'outOfASwitch' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
        break;
      }
      break;
    default:
      co_return;
    }
  }
}

co::task<> throwsInALambda() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'throwsInALambda' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      auto fail = [] { throw; };
    }
  }
}

co::task<> throwsOrNot(bool strict) {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'throwsOrNot' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      strict ? throw : jobs::log("not sent");
    }
  }
}

template <typename Message> co::task<> throwsForOthers(Message message) {
  for (;;) {
    try {
      co_await jobs::send(message);
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'throwsForOthers' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      if constexpr (sizeof(Message) > sizeof(std::string))
        throw;
    }
  }
}
template co::task<> throwsForOthers(std::string);

// They leave, or throw.

template <typename Message> co::task<> throwsForThis(Message message) {
  for (;;) {
    try {
      co_await jobs::send(message);
    } catch (...) {
      if constexpr (sizeof(Message) <= sizeof(std::string))
        throw;
    }
  }
}
template co::task<> throwsForThis(std::string);

co::task<> leftByTheInnerOne() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (...) {
      try {
        throw;
      } catch (const jobs::operation_cancelled &) {
        break;
      } catch (...) {
        jobs::log("not sent");
      }
    }
  }
}

co::task<> untilItFails() {
  bool isFine = true;
  while (isFine) {
    try {
      co_await jobs::send("hello");
    } catch (...) {
      isFine = false;
    }
  }
}

co::task<> theWholeBody() try {
  for (;;)
    co_await jobs::send("hello");
} catch (...) {
  jobs::log("not sent");
}

co::task<> caughtOnceAndLeft() {
  try {
    try {
      for (;;)
        co_await jobs::send("hello");
    } catch (const std::exception &) {
      jobs::log("not sent");
      throw;
    }
  } catch (...) {
    jobs::log("really not");
  }
}
