// RUN: %check %s -std=c++23 --stdlib=libc++
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// With an explicit object parameter the closure itself is copied into the frame.
#include "Inputs/task.h"
#include <utility>

co::task<void> wait();

co::task<int> withoutOne(int number) {
  auto counting = [number]() -> co::task<int> {
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
    co_await wait();
    co_return number;
  }();
  co_return co_await std::move(counting);
}

co::task<int> copied(int number) {
  auto counting = [number](this auto) -> co::task<int> {
    co_await wait();
    co_return number;
  }();
  co_return co_await std::move(counting);
}

co::task<int> returned(int number) {
  return [number](this auto self) -> co::task<int> {
    co_await wait();
    co_return number;
  }();
}

struct counter {
  int number = 0;
  co::task<int> copied(this counter self) {
    co_await wait();
    co_return self.number;
  }
};
co::task<int> method() {
  auto counting = counter{1}.copied();
  co_return co_await std::move(counting);
}
