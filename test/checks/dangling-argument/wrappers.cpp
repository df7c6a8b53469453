// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An ordinary function that returns somebody else's task hands on what it was
// given.
#include "Inputs/task.h"
#include <string>
#include <string_view>
#include <utility>

std::string readName();
bool enabled();
void log(const std::string &text);
co::task<void> wait();

co::task<int> greet(const std::string &name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
co::task<int> greetView(std::string_view name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
co::task<int> owns(std::string name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
co::task<int> numbered(int number) {
  co_await wait();
  co_return number;
}

co::task<int> logged(const std::string &name) {
  log(name);
  return greet(name);
}
co::task<int> loggedTwice(const std::string &name) { return logged(name); }
co::task<int> asView(const std::string &name) { return greetView(name); }
co::task<int> viewAsView(std::string_view name) { return greetView(name.substr(1)); }
co::task<int> oneOf(const std::string &name) {
  if (enabled())
    return owns(name);
  return greet(name);
}
template <typename T> co::task<int> forwarded(T &&name) { return greet(std::forward<T>(name)); }
auto closure = [](const std::string &name) { return greet(name); };

// Bad.

co::task<int> direct() {
  auto greeting = logged(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'logged' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'greeting' is awaited here
// CHECK-MESSAGES: :[[@LINE-36]]:30: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:26: note: instead: co_await it in the same statement, or let 'logged' take it by value
  co_return co_await std::move(greeting);
}

co::task<int> throughTwo() {
  auto greeting = loggedTwice(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'loggedTwice' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'greeting' is awaited here
// CHECK-MESSAGES: :[[@LINE-45]]:30: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:31: note: instead: co_await it in the same statement, or let 'loggedTwice' take it by value
  co_return co_await std::move(greeting);
}

co::task<int> throughAView() {
  auto greeting = asView(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'asView' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  auto next = viewAsView(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'viewAsView' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting) + co_await std::move(next);
}

co::task<int> onOnePath() {
  auto greeting = oneOf(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'oneOf' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting);
}

co::task<int> perfectlyForwarded() {
  auto greeting = forwarded(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'forwarded' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'greeting' is awaited here
// CHECK-MESSAGES: :[[@LINE-68]]:30: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:29: note: instead: co_await it in the same statement, or let 'forwarded' take it by value
  co_return co_await std::move(greeting);
}

co::task<int> ofALocal() {
  std::string name = readName();
  return forwarded(name);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'forwarded' refers to 'name', which dies when 'ofALocal' returns [async-dangling-argument]
}

co::task<int> throughAClosure() {
  auto greeting = closure(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the task from 'closure' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting);
}

// Good.

co::task<int> copies(const std::string &name) { return owns(name); }
co::task<int> copiesAPart(const std::string &name) { return numbered(static_cast<int>(name.size())); }
co::task<int> onlyLogs(const std::string &name) {
  log(name);
  return numbered(1);
}

co::task<int> copied() {
  auto first = copies(readName());
  auto second = copiesAPart(readName());
  auto third = onlyLogs(readName());
  int sum = co_await std::move(first) + co_await std::move(second);
  co_return sum + co_await std::move(third);
}

co::task<int> awaitedAtOnce() {
  int sum = co_await logged(readName()) + co_await forwarded(readName());
  co_return sum + co_await closure(readName());
}

co::task<int> awaitsItself(const std::string &name) { co_return co_await greet(name); }
co::task<int> awaitedInside() {
  std::string name = readName();
  auto greeting = awaitsItself(name);
  co_return co_await std::move(greeting);
}
