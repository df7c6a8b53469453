// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::function owns the closure, and its task does not.
#include "Inputs/task.h"
#include <functional>
#include <string>
#include <utility>

std::string readName();
bool enabled();
co::task<void> wait();
co::task<int> count(int number);

// Bad.

co::task<int> replaced(int number) {
  std::function<co::task<int>()> counting = [number]() -> co::task<int> {
    co_await wait();
    co_return number;
  };
  auto task = counting();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the coroutine lambda in 'counting' is replaced before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+4]]:12: note: 'counting' is given another value here
// CHECK-MESSAGES: :[[@LINE+4]]:32: note: 'task' is awaited here
// CHECK-MESSAGES: :[[@LINE-6]]:15: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-5]]:15: note: instead: pass it what it needs as arguments
  counting = nullptr;
  co_return co_await std::move(task);
}

co::task<int> replacedByAnother(int number) {
  std::function<co::task<int>()> counting = [number]() -> co::task<int> {
    co_await wait();
    co_return number;
  };
  auto task = counting();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the coroutine lambda in 'counting' is replaced before its task is done [async-dangling-capture]
  counting = [number] { return count(number); };
  co_return co_await std::move(task);
}

co::task<int> returned(int number) {
  std::function<co::task<int>()> counting = [number]() -> co::task<int> { co_return number; };
  return counting();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the captures of the coroutine lambda in 'counting' die when 'returned' returns, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE-3]]:85: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: pass it what it needs as arguments
}

co::task<int> temporary(int number) {
  auto task = std::function<co::task<int>()>([number]() -> co::task<int> { co_return number; })();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
  co_return co_await std::move(task);
}

// Good.

co::task<int> kept(int number) {
  std::function<co::task<int>()> counting = [number]() -> co::task<int> { co_return number; };
  auto task = counting();
  co_return co_await std::move(task) + co_await counting();
}

co::task<int> replacedAfterwards(int number) {
  std::function<co::task<int>()> counting = [number]() -> co::task<int> { co_return number; };
  auto task = counting();
  int result = co_await std::move(task);
  counting = nullptr;
  co_return result;
}

co::task<int> anotherIsReplaced(int number) {
  std::function<co::task<int>()> counting = [number]() -> co::task<int> { co_return number; };
  std::function<co::task<int>()> other = counting;
  auto task = counting();
  other = nullptr;
  co_return co_await std::move(task);
}

co::task<int> withoutCaptures() {
  std::function<co::task<int>(int)> counting = [](int number) -> co::task<int> { co_return number; };
  auto task = counting(1);
  counting = nullptr;
  co_return co_await std::move(task);
}

co::task<int> ofAFunction() {
  std::function<co::task<int>(int)> counting = count;
  return counting(1);
}

co::task<int> unknown(std::function<co::task<int>()> &counting) { return counting(); }
