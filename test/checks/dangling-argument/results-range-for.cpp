// RUN: %check %s -std=c++23
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Since C++23 what the head of a range-for makes lives as long as the loop.
#include "Inputs/task.h"
#include <coroutine>
#include <vector>

struct reader {
  std::vector<int> numbers;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>);
  const std::vector<int> &await_resume() const { return numbers; }
};
reader read();

co::task<int> inTheHead() {
  int sum = 0;
  for (int number : co_await read())
    sum += number;
  co_return sum;
}

co::task<int> inTheBody() {
  int sum = 0;
  for (int number : co_await read()) {
    const auto &others = co_await read();
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the result of awaiting 'read' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
    sum += number + others.front();
  }
  co_return sum;
}
