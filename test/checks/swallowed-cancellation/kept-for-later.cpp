// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handler cannot await: it notes down what happened for the code after it.
#include "Inputs/jobs.h"
#include <vector>

void report(std::exception_ptr error);
co::task<> reportLater(std::exception_ptr error);

struct Session {
  std::exception_ptr failure;
  std::vector<std::exception_ptr> failures;

  co::task<> send();
  co::task<> sendAll();
};

co::task<> nobodyLooks() {
  std::exception_ptr error;
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'nobodyLooks' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      error = std::current_exception();
    }
  }
}

co::task<> onlyCounted() {
  int failed = 0;
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'onlyCounted' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      ++failed;
    }
  }
}

co::task<> backsOff() {
  for (;;) {
    bool failed = false;
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'backsOff' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      failed = true;
    }
    if (failed)
      co_await jobs::next_tick();
  }
}

co::task<> backsOffTwice() {
  int failures = 0;
  for (;;) {
    bool failed = false;
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'backsOffTwice' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      failed = true;
    }
    if (failed) {
      if (++failures > 2)
        co_return;
      co_await jobs::next_tick();
    }
  }
}

co::task<> leavesAfterwards() {
  for (;;) {
    bool failed = false;
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      failed = true;
    }
    if (failed)
      break;
  }
}

co::task<> failsAfterwards() {
  std::string problem;
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      problem = error.what();
    }
    if (!problem.empty())
      throw std::runtime_error(problem);
  }
}

co::task<> thrownAfterTheLoop() {
  std::exception_ptr error;
  for (const char *name : {"one", "two"}) {
    try {
      co_await jobs::send(name);
    } catch (...) {
      error = std::current_exception();
    }
  }
  if (error)
    std::rethrow_exception(error);
}

co::task<> thrownAfterCleanup() {
  std::exception_ptr error;
  try {
    co_await jobs::send("first");
  } catch (...) {
    error = std::current_exception();
  }
  co_await jobs::rollback();
  if (error)
    std::rethrow_exception(error);
}

co::task<> Session::send() {
  for (;;) {
    try {
      co_await jobs::send("first");
    } catch (...) {
      failure = std::current_exception();
    }
  }
}

co::task<> Session::sendAll() {
  for (const char *name : {"one", "two"}) {
    try {
      co_await jobs::send(name);
    } catch (...) {
      failures.push_back(std::current_exception());
    }
  }
}

co::task<> handedOn() {
  for (;;) {
    try {
      co_await jobs::send("first");
    } catch (...) {
      report(std::current_exception());
    }
  }
}

co::task<> aFlag() {
  bool failed = false;
  try {
    co_await jobs::send("first");
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await jobs::rollback();
}

co::task<> aMessage() {
  std::string problem;
  try {
    co_await jobs::send("first");
  } catch (const std::exception &error) {
    problem = error.what();
  }
  if (!problem.empty())
    co_await jobs::send(problem);
}

co::task<> aResult() {
  std::optional<std::string> answer;
  try {
    answer = co_await jobs::receive();
  } catch (...) {
    answer = std::nullopt;
  }
  if (!answer)
    co_return;
  co_await jobs::send(*answer);
}
