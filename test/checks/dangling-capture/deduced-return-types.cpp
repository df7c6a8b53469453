// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Templates whose return type is found out by looking into them.
#include "Inputs/task.h"
#include <utility>

template <typename T> auto immediately(T value) {
  return [value]() -> co::task<T> { co_return value; }();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
}

template <typename T> auto withArgument(T value) {
  return [](T value) -> co::task<T> { co_return value; }(std::move(value));
}

struct Counter {
  int count = 0;

  template <typename T> auto next(T step) {
    auto adding = [this, step]() -> co::task<int> { co_return count += step; };
    return adding();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the captures of the coroutine lambda in 'adding' die when 'Counter::next' returns, before its task is done [async-dangling-capture]
  }
};

co::task<int> asks(Counter &counter) {
  co_return co_await immediately(1) + co_await withArgument(2) + co_await counter.next(3);
}
