// RUN: %check %s '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a loop declares dies in each iteration; tasks that are collected live on.
#include "Inputs/task.h"
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

std::string readName(int number);
co::task<void> wait();

co::task<int> greet(const std::string &name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
co::task<int> greetView(std::string_view name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
co::task<int> count(const int &number) {
  co_await wait();
  co_return number;
}
co::task<int> owns(std::string name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
co::task<int> all(std::vector<co::task<int>> tasks) {
  int sum = 0;
  for (auto &task : tasks)
    sum += co_await std::move(task);
  co_return sum;
}

// Bad.

co::task<int> copiesInARangeFor(std::vector<std::string> names) {
  std::vector<co::task<int>> greetings;
  for (std::string name : names)
    greetings.push_back(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'greet' refers to 'name', which dies before 'greetings' is used [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:36: note: 'greetings' is awaited here
// CHECK-MESSAGES: :[[@LINE-29]]:30: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:31: note: instead: co_await it before that, or let 'greet' take it by value
  co_return co_await all(std::move(greetings));
}

co::task<int> variablesOfTheBody() {
  std::vector<co::task<int>> greetings;
  for (int i = 0; i < 3; ++i) {
    std::string name = readName(i);
    greetings.push_back(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'greet' refers to 'name', which dies before 'greetings' is used [async-dangling-argument]
  }
  co_return co_await all(std::move(greetings));
}

co::task<int> temporaries() {
  std::vector<co::task<int>> greetings;
  for (int i = 0; i < 3; ++i)
    greetings.emplace_back(greetView(readName(i)));
// CHECK-MESSAGES: :[[@LINE-1]]:38: warning: the task from 'greetView' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await all(std::move(greetings));
}

co::task<int> counters() {
  std::vector<co::task<int>> counts;
  for (int i = 0; i < 3; ++i)
    counts.push_back(count(i));
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'count' refers to 'i', which dies before 'counts' is used [async-dangling-argument]
  co_return co_await all(std::move(counts));
}

co::task<int> inAWhile(std::vector<std::string> names) {
  std::vector<co::task<int>> greetings;
  while (!names.empty()) {
    std::string name = std::move(names.back());
    names.pop_back();
    greetings.push_back(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'greet' refers to 'name', which dies before 'greetings' is used [async-dangling-argument]
  }
  co_return co_await all(std::move(greetings));
}

// Good.

co::task<int> references(std::vector<std::string> names) {
  std::vector<co::task<int>> greetings;
  for (const std::string &name : names)
    greetings.push_back(greet(name));
  for (auto &name : names)
    greetings.push_back(greetView(name));
  co_return co_await all(std::move(greetings));
}

co::task<int> elements(std::map<int, std::string> names) {
  std::vector<co::task<int>> greetings;
  for (const auto &[number, name] : names)
    greetings.push_back(greet(name));
  for (auto each = names.begin(); each != names.end(); ++each)
    greetings.push_back(greet(each->second));
  co_return co_await all(std::move(greetings));
}

co::task<int> subscripts(std::vector<std::string> names) {
  std::vector<co::task<int>> greetings;
  for (std::size_t i = 0; i < names.size(); ++i)
    greetings.push_back(greet(names[i]));
  co_return co_await all(std::move(greetings));
}

co::task<int> awaitedInEachIteration(std::vector<std::string> names) {
  int sum = 0;
  for (std::string name : names) {
    auto greeting = greet(name);
    sum += co_await std::move(greeting);
  }
  for (int i = 0; i < 3; ++i)
    sum += co_await count(i);
  co_return sum;
}

co::task<int> collectedInEachIteration(std::vector<std::string> names) {
  int sum = 0;
  for (std::string name : names) {
    std::vector<co::task<int>> greetings;
    greetings.push_back(greet(name));
    greetings.push_back(greetView(name));
    sum += co_await all(std::move(greetings));
  }
  co_return sum;
}

co::task<int> copied(std::vector<std::string> names) {
  std::vector<co::task<int>> greetings;
  for (auto name : names)
    greetings.push_back(owns(name));
  co_return co_await all(std::move(greetings));
}
