// RUN: %check %s '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that is put into something is still the same task.
#include "Inputs/task.h"
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

std::string readName();
co::task<void> wait();

co::task<int> greet(const std::string &name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}

// Bad.

co::task<int> pair() {
  auto both = std::make_pair(greet(readName()), 1);
// CHECK-MESSAGES: :[[@LINE-1]]:36: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(both.first);
}

co::task<int> deducedPair() {
  auto both = std::pair{greet(readName()), 1};
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(both.first);
}

co::task<int> tuple() {
  auto all = std::make_tuple(greet(readName()), 1, 2);
// CHECK-MESSAGES: :[[@LINE-1]]:36: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(std::get<0>(all));
}

co::task<int> array() {
  std::array<co::task<int>, 2> greetings{greet(readName()), greet("nobody")};
// CHECK-MESSAGES: :[[@LINE-1]]:48: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:67: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  int sum = co_await std::move(greetings[0]);
  co_return sum + co_await std::move(greetings[1]);
}

co::task<int> optional() {
  auto greeting = std::make_optional(greet(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:44: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(*greeting);
}

co::task<int> map() {
  std::map<int, co::task<int>> greetings;
  greetings.emplace(1, greet(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greetings.at(1));
}

co::task<int> variant() {
  std::variant<int, co::task<int>> greeting = greet(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:53: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(std::get<1>(greeting));
}

co::task<int> reference() {
  auto &&greeting = greet(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting);
}

co::task<int> braces() {
  co::task<int> greeting{greet(readName())};
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting);
}

// Good.

co::task<int> pairOfAName(std::string name) {
  auto both = std::make_pair(greet(name), 1);
  co_return co_await std::move(both.first);
}

co::task<int> tupleOfAName(std::string name) {
  auto all = std::make_tuple(greet(name), 1, 2);
  co_return co_await std::move(std::get<0>(all));
}

co::task<int> arrayOfNames(std::string name, const std::string &other) {
  std::array<co::task<int>, 2> greetings{greet(name), greet(other)};
  int sum = co_await std::move(greetings[0]);
  co_return sum + co_await std::move(greetings[1]);
}

co::task<int> optionalOfAName(std::string name) {
  auto greeting = std::make_optional(greet(name));
  co_return co_await std::move(*greeting);
}

co::task<int> mapOfAName(std::string name) {
  std::map<int, co::task<int>> greetings;
  greetings.emplace(1, greet(name));
  co_return co_await std::move(greetings.at(1));
}

co::task<int> referenceToATaskOfAName(std::string name) {
  auto &&greeting = greet(name);
  co_return co_await std::move(greeting);
}
