// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A coroutine lambda that is called where it is written: its closure dies at the
// semicolon, and the coroutine has only a pointer to it.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <string>
#include <utility>
#include <vector>

std::string readName();
void log(const std::string &text);
co::task<void> wait();

// Bad.

co::task<int> byValue(int number) {
  auto counting = [number]() -> co::task<int> {
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+6]]:32: note: 'counting' is awaited here
// CHECK-MESSAGES: :[[@LINE+3]]:15: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: pass it what it needs as arguments
    co_await wait();
    co_return number;
  }();
  co_return co_await std::move(counting);
}

co::task<int> byReference(int number) {
  auto counting = [&]() -> co::task<int> {
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+6]]:32: note: 'counting' is awaited here
// CHECK-MESSAGES: :[[@LINE+3]]:17: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: pass it what it needs as arguments
    co_await wait();
    co_return ++number;
  }();
  co_return co_await std::move(counting);
}

co::task<int> withAnInitializer() {
  auto counting = [name = readName()]() -> co::task<int> {
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
    co_await wait();
    co_return static_cast<int>(name.size());
  }();
  co_return co_await std::move(counting);
}

co::task<int> returned(int number) {
  return [number]() -> co::task<int> { co_return number; }();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE-2]]:50: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: pass it what it needs as arguments
}

co::task<int> inAContainer() {
  std::vector<co::task<int>> counts;
  for (int i = 0; i < 3; ++i)
    counts.push_back([i]() -> co::task<int> { co_return i; }());
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
  int sum = 0;
  for (auto &count : counts)
    sum += co_await std::move(count);
  co_return sum;
}

co::task<int> inAnOptional(int number) {
  std::optional<co::task<int>> counting;
  counting.emplace([number]() -> co::task<int> { co_return number; }());
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
  co_return co_await std::move(*counting);
}

co::task<int> withArguments(int number) {
  auto adding = [number](int other) -> co::task<int> { co_return number + other; }(1);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
  co_return co_await std::move(adding);
}

co::task<int> copiedTooLate(int number) {
  auto counting = [number]() -> co::task<int> {
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
    int own = number;
    co_await wait();
    co_return own;
  }();
  co_return co_await std::move(counting);
}

class counter {
public:
  co::task<int> run() {
    auto counting = [this]() -> co::task<int> { co_return ++count_; }();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:34: note: 'counting' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:61: note: the object is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:21: note: instead: pass it what it needs as arguments
    co_return co_await std::move(counting);
  }

private:
  int count_ = 0;
};

own::eager<> eagerAfterASuspension() {
  auto logging = [name = readName()]() -> own::eager<> {
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
    co_await co::event();
    log(name);
  }();
  co_await logging;
}

// Good.

co::task<int> awaitedAtOnce(int number) {
  int sum = co_await [number]() -> co::task<int> { co_return number; }();
  sum += co_await [&]() -> co::task<int> { co_return ++number; }();
  co_return sum + co_await [number](int other) -> co::task<int> { co_return number + other; }(1);
}

co::task<int> withoutCaptures(int number) {
  auto counting = [](int given) -> co::task<int> {
    co_await wait();
    co_return given;
  }(number);
  co_return co_await std::move(counting);
}
co::task<int> returnedWithoutCaptures(int number) {
  return [](int given) -> co::task<int> { co_return given; }(number);
}

co::task<int> captureNobodyNeeds(int number) {
  auto counting = [number](int given) -> co::task<int> {
    co_await wait();
    co_return given;
  }(number);
  co_return co_await std::move(counting);
}

co::task<int> ofAStatic() {
  static int number = 1;
  auto counting = [&]() -> co::task<int> { co_return ++number; }();
  co_return co_await std::move(counting);
}

own::eager<> eagerBeforeASuspension() {
  auto logging = [name = readName()]() -> own::eager<> {
    log(name);
    std::string own = name;
    co_await co::event();
    log(own);
  }();
  co_await logging;
}

// Not a coroutine: the task it returns has what it needs.
co::task<int> count(int number) { co_return number; }
co::task<int> ordinaryLambda(int number) {
  auto counting = [number] { return count(number); }();
  co_return co_await std::move(counting);
}
