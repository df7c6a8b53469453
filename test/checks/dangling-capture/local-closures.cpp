// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A closure in a local variable, and a task of it that leaves the function.
#include "Inputs/task.h"
#include <optional>
#include <string>
#include <utility>
#include <vector>

std::string readName();
bool enabled();
co::task<void> wait();
co::task<int> count(int number);

// Bad.

co::task<int> returned(int number) {
  auto counting = [number]() -> co::task<int> { co_return number; };
  return counting();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the captures of the coroutine lambda in 'counting' die when 'returned' returns, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE-3]]:59: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: pass it what it needs as arguments
}

co::task<int> keptAndReturned(int number) {
  auto counting = [number]() -> co::task<int> { co_return number; };
  auto task = counting();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the captures of the coroutine lambda in 'counting' die when 'keptAndReturned' returns, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:10: note: 'task' is returned here
// CHECK-MESSAGES: :[[@LINE-4]]:59: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:15: note: instead: pass it what it needs as arguments
  return task;
}

co::task<int> ofAnInnerBlock() {
  std::optional<co::task<int>> task;
  if (enabled()) {
    auto counting = [name = readName()]() -> co::task<int> {
      co_await wait();
      co_return static_cast<int>(name.size());
    };
    task.emplace(counting());
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the captures of the coroutine lambda in 'counting' die {{.*}} [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:40: note: 'task' is awaited here
// CHECK-MESSAGES: :[[@LINE-5]]:34: note: 'name' is needed here
  }
  co_return task ? co_await std::move(*task) : 0;
}

co::task<int> ofALoop() {
  std::vector<co::task<int>> tasks;
  for (int i = 0; i < 3; ++i) {
    auto counting = [i]() -> co::task<int> { co_return i; };
    tasks.push_back(counting());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the captures of the coroutine lambda in 'counting' die {{.*}} [async-dangling-capture]
  }
  int sum = 0;
  for (auto &task : tasks)
    sum += co_await std::move(task);
  co_return sum;
}

template <typename Function> co::task<int> called(Function function) { return function(); }
// CHECK-MESSAGES: :[[@LINE-1]]:79: warning: the captures of the coroutine lambda in 'function' die when 'called' returns, before its task is done [async-dangling-capture]
co::task<int> calls(int number) {
  co_return co_await called([number]() -> co::task<int> { co_return number; });
}

// Good: the closure lives longer than the task.

co::task<int> awaited(int number) {
  auto counting = [number]() -> co::task<int> { co_return number; };
  auto task = counting();
  auto next = counting();
  co_return co_await std::move(task) + co_await std::move(next) + co_await counting();
}

co::task<int> ofTheSameBlock() {
  int sum = 0;
  for (int i = 0; i < 3; ++i) {
    auto counting = [&sum, i]() -> co::task<int> { co_return sum + i; };
    auto task = counting();
    sum = co_await std::move(task);
  }
  co_return sum;
}

co::task<int> ofAnOuterBlock(int number) {
  auto counting = [number]() -> co::task<int> { co_return number; };
  std::optional<co::task<int>> task;
  if (enabled())
    task.emplace(counting());
  co_return task ? co_await std::move(*task) : 0;
}

co::task<int> ofAStatic() {
  static auto counting = [name = readName()]() -> co::task<int> {
    co_await wait();
    co_return static_cast<int>(name.size());
  };
  return counting();
}

co::task<int> withoutCaptures(int number) {
  auto counting = [](int given) -> co::task<int> { co_return given; };
  return counting(number);
}

co::task<int> ordinary(int number) {
  auto counting = [number] { return count(number); };
  return counting();
}

template <typename Function> co::task<int> calledByReference(Function &function) { return function(); }
co::task<int> callsByReference(int number) {
  auto counting = [number]() -> co::task<int> { co_return number; };
  auto task = calledByReference(counting);
  co_return co_await std::move(task);
}

template <typename Function> co::task<int> keepsAFunction(Function function) { co_return co_await function(); }
co::task<int> givesAFunction(int number) {
  auto task = keepsAFunction([number]() -> co::task<int> { co_return number; });
  co_return co_await std::move(task);
}

class counter {
public:
  co::task<int> run() { return counting_(); }

private:
  struct counting {
    int number = 0;
    co::task<int> operator()() { co_return ++number; }
  };
  counting counting_;
};
