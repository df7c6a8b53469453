// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/folly '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A monitor on folly::coro: who is cancelled gets a folly::OperationCancelled,
// which is a std::exception.
#include <chrono>
#include <exception>
#include <folly/CancellationToken.h>
#include <folly/OperationCancelled.h>
#include <folly/coro/CurrentExecutor.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <folly/coro/ViaIfAsync.h>
#include <folly/coro/WithCancellation.h>
#include <iostream>
#include <string>
#include <utility>

using folly::coro::Task;
using namespace std::chrono_literals;

Task<bool> ping(std::string host);
Task<void> report(std::string host, bool isAlive);

// What people write.

Task<void> watch(std::string host) {
  while (true) {
    try {
      co_await report(host, co_await ping(host));
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'folly::OperationCancelled': coroutine 'watch' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:29: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const folly::OperationCancelled &) { throw; }'
      std::cerr << error.what() << "\n";
    }
    co_await folly::coro::sleep(1s);
  }
}

Task<void> watchTwo(std::string host, std::string other) {
  bool isAlive = false;
  try {
    isAlive = co_await ping(host);
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' swallows 'folly::OperationCancelled': coroutine 'watchTwo' goes on with its work after it was cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+3]]:3: note: it goes on here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const folly::OperationCancelled &) { throw; }'
  }
  co_await report(std::move(other), isAlive);
}

Task<void> watchWithRetries(std::string host) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    try {
      co_await report(host, co_await ping(host));
      co_return;
    } catch (const folly::OperationCancelled &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const folly::OperationCancelled &)' swallows 'folly::OperationCancelled': coroutine 'watchWithRetries' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-4]]:29: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: rethrow it with 'throw;' when the handler has cleaned up
      std::cerr << "again\n";
    }
  }
}

Task<void> watchInTheirOwnTime(std::string host) {
  for (;;)
    co_await folly::coro::co_awaitTry(ping(host));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'folly::coro::co_awaitTry' makes a value of being cancelled, and the loop of coroutine 'watchInTheirOwnTime' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: look at the result, and leave the loop on an error
}

Task<bool> isAlive(std::string host) {
  try {
    co_return co_await ping(std::move(host));
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'folly::OperationCancelled' into an ordinary return: whoever awaits coroutine 'isAlive' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const folly::OperationCancelled &) { throw; }'
    co_return false;
  }
}

// They let it through, or ask.

Task<void> watchUntilCancelled(std::string host) {
  while (true) {
    try {
      co_await report(host, co_await ping(host));
    } catch (const folly::OperationCancelled &) {
      throw;
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
    co_await folly::coro::sleep(1s);
  }
}

Task<void> watchByTheToken(std::string host) {
  auto token = co_await folly::coro::co_current_cancellation_token;
  while (!token.isCancellationRequested()) {
    try {
      co_await report(host, co_await ping(host));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

Task<void> watchAskingInTheHandler(std::string host) {
  auto token = co_await folly::coro::co_current_cancellation_token;
  for (;;) {
    try {
      co_await report(host, co_await ping(host));
    } catch (const std::exception &error) {
      if (token.isCancellationRequested())
        throw;
      std::cerr << error.what() << "\n";
    }
  }
}

Task<void> watchWithTry(std::string host) {
  for (;;) {
    auto alive = co_await folly::coro::co_awaitTry(ping(host));
    if (alive.hasException())
      co_return;
  }
}

Task<void> watchRuntimeErrors(std::string host) {
  for (;;) {
    try {
      co_await report(host, co_await ping(host));
    } catch (const std::runtime_error &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

// Nobody can cancel it there, or it was told to stop here.

Task<void> lastReport(std::string host) {
  try {
    co_await folly::coro::co_withCancellation(folly::CancellationToken(), report(host, false));
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await report("the end", false);
}

Task<bool> isAliveUnlessCancelled(std::string host) {
  try {
    co_return co_await ping(std::move(host));
  } catch (const folly::OperationCancelled &) {
    throw;
  } catch (const std::exception &) {
    co_return false;
  }
}

Task<bool> isAliveAsFarAsWeKnow(std::string host) {
  try {
    co_return co_await ping(std::move(host));
  } catch (const folly::OperationCancelled &) {
    co_return false;
  }
}
