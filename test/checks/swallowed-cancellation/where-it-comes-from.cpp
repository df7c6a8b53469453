// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands in the try: only an await that can be cancelled, itself or in a
// coroutine that is to be seen, makes a handler around it one for cancelling.
#include "Inputs/jobs.h"

void parse(const std::string &text);
co::task<std::string> unseen();

co::task<std::string> receiveTwo() {
  std::string first = co_await jobs::receive();
  co_return first + co_await jobs::receive();
}
co::task<std::string> outer() { co_return co_await receiveTwo(); }
co::task<std::string> receiveOrNothing() {
  try {
    co_return co_await jobs::receive();
  } catch (const std::exception &) {
    co_return "";
  }
}
co::task<std::string> receiveNoError() {
  try {
    co_return co_await jobs::receive();
  } catch (const std::runtime_error &) {
    co_return "";
  }
}
co::task<> ticks(int left) {
  if (left == 0)
    co_return;
  co_await jobs::next_tick();
  co_await ticks(left - 1);
}
co::task<std::string> measured() {
  co_return std::to_string(co_await jobs::read_sensor());
}

co::task<> inAnotherCoroutine() {
  for (;;) {
    try {
      jobs::use(co_await receiveTwo());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'inAnotherCoroutine' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
      jobs::log(error.what());
    }
  }
}

co::task<> furtherDown() {
  for (;;) {
    try {
      jobs::use(co_await outer());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'furtherDown' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      jobs::log(error.what());
    }
  }
}

co::task<> pastItsHandler() {
  for (;;) {
    try {
      jobs::use(co_await receiveNoError());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'pastItsHandler' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      jobs::log(error.what());
    }
  }
}

co::task<> recursive() {
  for (;;) {
    try {
      co_await ticks(3);
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::stop_signal': coroutine 'recursive' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    }
  }
}

co::task<> inACondition() {
  for (;;) {
    try {
      if (std::string text = co_await jobs::receive(); !text.empty())
        parse(text);
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'inACondition' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      jobs::log(error.what());
    }
  }
}

co::task<> inAnInnerTry() {
  for (;;) {
    try {
      try {
        parse(co_await jobs::receive());
      } catch (const std::runtime_error &error) {
        jobs::log(error.what());
      }
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'inAnInnerTry' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    }
  }
}

// Nothing in them is cancelled, or it does not come out.

co::task<> onlyTheParser() {
  for (;;) {
    std::string text = co_await jobs::receive();
    try {
      parse(text);
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> caughtInside() {
  for (;;) {
    try {
      jobs::use(co_await receiveOrNothing());
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> neverCancelled() {
  for (;;) {
    try {
      parse(std::to_string(co_await jobs::read_sensor()));
      parse(co_await measured());
    } catch (...) {
    }
  }
}

co::task<> neverSuspended() {
  for (;;) {
    try {
      co_await std::suspend_never();
    } catch (...) {
    }
  }
}

co::task<> anotherType() {
  for (;;) {
    try {
      co_await ticks(3);
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}

// Its body is in another file: no rule says what it throws.
co::task<> unknown() {
  for (;;) {
    try {
      jobs::use(co_await unseen());
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> inALambda() {
  for (;;) {
    try {
      auto later = []() -> co::task<> { co_await jobs::send("later"); };
      parse("");
    } catch (...) {
    }
    co_await jobs::next_tick();
  }
}
