// RUN: %check %s '--checks=-*,async-dangling-*' --rules=%S/Inputs/work.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that calls a closure and gives its task back: whose closure dies
// when, is the caller's business, or the function keeps it.
#include "Inputs/work.h"
#include <functional>
#include <string>
#include <utility>

co::task<void> wait();
co::task<int> count(int number);

// Bad.

co::task<int> standard(int number) {
  auto counting = std::invoke([number]() -> co::task<int> {
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+6]]:32: note: 'counting' is awaited here
// CHECK-MESSAGES: :[[@LINE+3]]:15: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:31: note: instead: pass it what it needs as arguments
    co_await wait();
    co_return number;
  });
  co_return co_await std::move(counting);
}

co::task<int> returned(int number) {
  return std::invoke([number]() -> co::task<int> { co_return number; });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
}

co::task<int> ofALocal(int number) {
  auto counting = [number]() -> co::task<int> { co_return number; };
  return std::invoke(counting);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the captures of the coroutine lambda in 'counting' die when 'ofALocal' returns, before its task is done [async-dangling-capture]
}

co::task<int> ofARule(int number) {
  auto counting = work::call([number]() -> co::task<int> { co_return number; });
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
  co_return co_await std::move(counting);
}

template <typename Function> co::task<int> forwarded(Function &&function) {
  return std::forward<Function>(function)();
}
co::task<int> ofAFunctionOfOurs(int number) {
  auto counting = forwarded([number]() -> co::task<int> { co_return number; });
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
  co_return co_await std::move(counting);
}

// Good.

co::task<int> awaitedAtOnce(int number) {
  int sum = co_await std::invoke([number]() -> co::task<int> { co_return number; });
  sum += co_await work::call([number]() -> co::task<int> { co_return number; });
  co_return sum + co_await forwarded([number]() -> co::task<int> { co_return number; });
}

// It keeps the closure as long as the task.
co::task<int> untilDone(int number) {
  auto counting = work::run([number]() -> co::task<int> {
    co_await wait();
    co_return number;
  });
  co_return co_await std::move(counting);
}
co::task<int> untilDoneReturned(int number) {
  return work::run([number]() -> co::task<int> { co_return number; });
}

co::task<int> ofALocalThatLives(int number) {
  auto closure = [number]() -> co::task<int> { co_return number; };
  auto counting = std::invoke(closure);
  co_return co_await std::move(counting);
}

co::task<int> withoutCaptures() {
  auto counting = std::invoke([](int number) -> co::task<int> { co_return number; }, 1);
  auto next = work::call([]() -> co::task<int> { co_return 1; });
  co_return co_await std::move(counting) + co_await std::move(next);
}

co::task<int> ordinary(int number) {
  auto counting = std::invoke([number] { return count(number); });
  co_return co_await std::move(counting);
}
