// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A view is copied into the coroutine's frame, what it looks at is not.
#include "Inputs/task.h"
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

std::string readName();
std::vector<int> readNumbers();
std::string_view knownName();
co::task<void> wait();

co::task<int> greet(std::string_view name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
co::task<int> sum(std::span<const int> numbers) {
  co_await wait();
  int result = 0;
  for (int number : numbers)
    result += number;
  co_return result;
}
co::task<int> measure(std::reference_wrapper<const std::string> name) {
  co_await wait();
  co_return static_cast<int>(name.get().size());
}

// Bad.

co::task<int> ofATemporary() {
  auto greeting = greet(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+2]]:32: note: 'greeting' is awaited here
// CHECK-MESSAGES: :[[@LINE-20]]:30: note: 'name' is needed here
  co_return co_await std::move(greeting);
}

co::task<int> ofAConcatenation(std::string name) {
  auto greeting = greet(name + " and family");
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to a temporary 'std::{{(basic_)?string}}', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting);
}

co::task<int> ofASubstring(std::string name) {
  auto greeting = greet(name.substr(1));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to a temporary 'std::{{(basic_)?string}}', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting);
}

co::task<int> written() {
  auto greeting = greet(std::string_view(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting);
}

co::task<int> ofAVector() {
  auto adding = sum(readNumbers());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'sum' refers to a temporary 'std::vector', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(adding);
}

co::task<int> ofAWrittenVector() {
  auto adding = sum(std::vector{1, 2, 3});
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'sum' refers to a temporary 'std::vector', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(adding);
}

co::task<int> ofALocal() {
  std::string name = readName();
  return greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'name', which dies {{.*}} [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-58]]:30: note: 'name' is needed here
}

co::task<int> ofAnArray() {
  int numbers[] = {1, 2, 3};
  return sum(numbers);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'sum' refers to 'numbers', which dies when 'ofAnArray' returns [async-dangling-argument]
}

co::task<int> ofAViewOfALocal() {
  std::string name = readName();
  std::string_view view = name;
  return greet(view);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'name', which dies when 'ofAViewOfALocal' returns [async-dangling-argument]
}

co::task<int> ofAViewOfATemporary() {
  std::string name = readName();
  const std::string_view first = std::string_view(name).substr(0, 1);
  return greet(first);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'name', which dies when 'ofAViewOfATemporary' returns [async-dangling-argument]
}

co::task<int> wrapped() {
  std::string name = readName();
  return measure(std::cref(name));
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'measure' refers to 'name', which dies when 'wrapped' returns [async-dangling-argument]
}

// Good.

co::task<int> awaitedAtOnce() {
  co_await greet(readName());
  co_return co_await sum(readNumbers());
}

co::task<int> ofALiteral() {
  auto greeting = greet("world");
  co_return co_await std::move(greeting);
}
co::task<int> returnedOfALiteral() { return greet("world"); }

co::task<int> ofSomebodyElse(std::string_view name) {
  auto greeting = greet(knownName());
  auto next = greet(name.substr(1));
  co_return co_await std::move(greeting) + co_await std::move(next);
}
co::task<int> returnedOfSomebodyElse(std::string_view name, const std::string &other) {
  return name.empty() ? greet(name) : greet(other);
}

co::task<int> ofAStatic() {
  static const std::string name = readName();
  static int numbers[] = {1, 2, 3};
  return name.empty() ? sum(numbers) : greet(name);
}

co::task<int> ofALocalThatLives() {
  std::string name = readName();
  auto greeting = greet(name);
  co_return co_await std::move(greeting);
}

struct guest {
  std::string name;
  co::task<int> welcome() { return greet(name); }
};

co::task<int> viewThatIsReplaced(std::string_view name) {
  std::string own = readName();
  std::string_view view = own;
  view = name;
  return greet(view);
}
