// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that returns a task instead of awaiting it is left before the task
// has begun, and its variables are gone.
#include "Inputs/task.h"
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
co::task<int> greetAll(const std::vector<std::string> &names) {
  co_await wait();
  co_return static_cast<int>(names.size());
}
co::task<int> owns(std::string name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}

// Bad.

co::task<int> parameter(std::string name) { return greet(name); }
// CHECK-MESSAGES: :[[@LINE-1]]:58: warning: the task from 'greet' refers to 'name', which dies when 'parameter' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-15]]:30: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:58: note: instead: make 'parameter' a coroutine and co_await it, or let 'greet' take it by value

co::task<int> local() {
  std::string name = readName();
  name += " and family";
  return greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'name', which dies when 'local' returns [async-dangling-argument]
}

co::task<int> temporary() { return greet(readName()); }
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-27]]:30: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:42: note: instead: make 'temporary' a coroutine and co_await it, or let 'greet' take it by value

co::task<int> keptFirst() {
  std::string name = readName();
  auto greeting = greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to 'name', which dies when 'keptFirst' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:10: note: 'greeting' is returned here
// CHECK-MESSAGES: :[[@LINE-35]]:30: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:25: note: instead: make 'keptFirst' a coroutine and co_await it, or let 'greet' take it by value
  return greeting;
}

co::task<int> movedFirst(std::string name) {
  auto greeting = greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to 'name', which dies when 'movedFirst' returns [async-dangling-argument]
  return std::move(greeting);
}

co::task<int> onOnePath(std::string name) {
  if (enabled())
    return greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'greet' refers to 'name', which dies when 'onOnePath' returns [async-dangling-argument]
  return owns(name);
}

co::task<int> chosen(std::string name) { return enabled() ? greet(name) : owns(name); }
// CHECK-MESSAGES: :[[@LINE-1]]:67: warning: the task from 'greet' refers to 'name', which dies when 'chosen' returns [async-dangling-argument]

co::task<int> boundToAReference() {
  std::string name = readName();
  const std::string &other = name;
  return greet(other);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'name', which dies when 'boundToAReference' returns [async-dangling-argument]
}

co::task<int> extended() {
  const std::string &name = readName();
  return greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'name', which dies when 'extended' returns [async-dangling-argument]
}

co::task<int> element(std::vector<std::string> names) { return greet(names.front()); }
// CHECK-MESSAGES: :[[@LINE-1]]:70: warning: the task from 'greet' refers to 'names', which dies when 'element' returns [async-dangling-argument]

co::task<int> structuredBinding(std::pair<std::string, int> both) {
  auto &[name, number] = both;
  return greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'both', which dies when 'structuredBinding' returns [async-dangling-argument]
}

co::task<int> caught() {
  try {
    return owns(readName());
  } catch (std::string error) {
    return greet(error);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'greet' refers to 'error', which dies at the end of its block [async-dangling-argument]
  }
}

auto inALambda = [](std::string name) { return greet(name); };
// CHECK-MESSAGES: :[[@LINE-1]]:54: warning: the task from 'greet' refers to 'name', which dies when this lambda returns [async-dangling-argument]

template <typename T> co::task<int> inATemplate(T name) { return greet(name); }
// CHECK-MESSAGES: :[[@LINE-1]]:72: warning: the task from 'greet' refers to 'name', which dies when 'inATemplate' returns [async-dangling-argument]
co::task<int> instantiates() { co_return co_await inATemplate(readName()); }

// Good.

co::task<int> byReference(const std::string &name) { return greet(name); }
co::task<int> rvalueReference(std::string &&name) { return greet(name); }
co::task<int> ofAReference(std::vector<std::string> &names) {
  std::string &first = names.front();
  return first.empty() ? greetAll(names) : greet(first);
}

co::task<int> copied(std::string name) { return owns(name); }
co::task<int> moved(std::string name) { return owns(std::move(name)); }

co::task<int> awaited(std::string name) { co_return co_await greet(name); }

co::task<int> ofAStatic() {
  static std::string name = readName();
  static thread_local std::string mine = readName();
  return enabled() ? greet(name) : greet(mine);
}

std::string global;
co::task<int> ofAGlobal() { return greet(global); }

struct greeter {
  std::string name;
  co::task<int> run() { return greet(name); }
  co::task<int> runAgain() { return greet(this->name); }
};

co::task<int> caughtReference() {
  try {
    return owns(readName());
  } catch (...) {
    return greet(global);
  }
}
