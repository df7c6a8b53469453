// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task in a variable of an outer block, and an object of an inner one.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <string>
#include <utility>
#include <vector>

std::string readName();
bool enabled();
co::task<void> wait();

co::task<int> greet(const std::string &name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
own::lazy<> show(const std::string &name) {
  co_await wait();
  if (name.empty())
    co_await wait();
}

// Bad.

co::task<int> inAnOptional() {
  std::optional<co::task<int>> greeting;
  {
    std::string name = readName();
    greeting.emplace(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'greet' refers to 'name', which dies before 'greeting' is used [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+4]]:33: note: 'greeting' is awaited here
// CHECK-MESSAGES: :[[@LINE-17]]:30: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:28: note: instead: co_await it before that, or let 'greet' take it by value
  }
  co_return co_await std::move(*greeting);
}

co::task<int> inABranch() {
  std::vector<co::task<int>> greetings;
  if (enabled()) {
    std::string name = readName();
    greetings.push_back(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'greet' refers to 'name', which dies before 'greetings' is used [async-dangling-argument]
  }
  int sum = 0;
  for (auto &greeting : greetings)
    sum += co_await std::move(greeting);
  co_return sum;
}

co::task<void> assigned() {
  own::lazy<> showing;
  if (enabled()) {
    std::string name = readName();
    showing = show(name);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'show' refers to 'name', which dies before 'showing' is used [async-dangling-argument]
  }
  if (showing)
    co_await showing;
}

co::task<int> inTheInitOfAnIf() {
  std::vector<co::task<int>> greetings;
  if (std::string name = readName(); !name.empty())
    greetings.push_back(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'greet' refers to 'name', which dies before 'greetings' is used [async-dangling-argument]
  int sum = 0;
  for (auto &greeting : greetings)
    sum += co_await std::move(greeting);
  co_return sum;
}

co::task<int> inASwitch(int kind) {
  std::vector<co::task<int>> greetings;
  switch (std::string name = readName(); kind) {
  case 0:
    greetings.push_back(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'greet' refers to 'name', which dies before 'greetings' is used [async-dangling-argument]
    break;
  default:
    break;
  }
  int sum = 0;
  for (auto &greeting : greetings)
    sum += co_await std::move(greeting);
  co_return sum;
}

co::task<int> inATry() {
  std::optional<co::task<int>> greeting;
  try {
    std::string name = readName();
    greeting.emplace(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'greet' refers to 'name', which dies before 'greeting' is used [async-dangling-argument]
  } catch (...) {
    co_return 0;
  }
  co_return co_await std::move(*greeting);
}

// Good.

co::task<int> outlives() {
  std::string name = readName();
  std::optional<co::task<int>> greeting;
  {
    greeting.emplace(greet(name));
  }
  co_return co_await std::move(*greeting);
}

co::task<int> declaredAfterTheTask() {
  std::optional<co::task<int>> greeting;
  std::string name = readName();
  greeting.emplace(greet(name));
  co_return co_await std::move(*greeting);
}

co::task<int> awaitedInTheBlock() {
  std::optional<co::task<int>> greeting;
  int length = 0;
  {
    std::string name = readName();
    greeting.emplace(greet(name));
    length = co_await std::move(*greeting);
  }
  co_return length;
}

co::task<int> bothInTheBlock() {
  int length = 0;
  if (enabled()) {
    std::string name = readName();
    auto greeting = greet(name);
    length = co_await std::move(greeting);
  }
  co_return length;
}

co::task<void> anotherTask() {
  own::lazy<> showing;
  std::string outer = readName();
  {
    std::string name = readName();
    co_await show(name);
    showing = show(outer);
  }
  co_await showing;
}
