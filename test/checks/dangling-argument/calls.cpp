// RUN: %check %s '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// However the call is written.
#include "Inputs/task.h"
#include <string>
#include <utility>

std::string readName();
bool enabled();
void log(const std::string &text);
co::task<void> wait();

co::task<void> greet(const std::string &name) {
  co_await wait();
  log(name);
}
struct greeter {
  co::task<void> greet(const std::string &name) {
    co_await wait();
    log(name);
  }
  static co::task<void> greetAll(const std::string &name) {
    co_await wait();
    log(name);
  }
  co::task<void> operator()(const std::string &name) const { co_await ::greet(name); }
};
namespace polite {
using ::greet;
}

#define GREET(name) greet(name)

// Bad.

co::task<void> conditional() {
  auto greeting = enabled() ? greet(readName()) : wait();
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(greeting);
}

co::task<void> comma() {
  auto greeting = (log("greeting"), greet(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:43: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(greeting);
}

co::task<void> macro() {
  auto greeting = GREET(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(greeting);
}

co::task<void> qualified() {
  auto greeting = polite::greet(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  auto next = greeter::greetAll(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: the task from 'greeter::greetAll' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(greeting);
  co_await std::move(next);
}

co::task<void> callOperator(const greeter &g) {
  auto greeting = g(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'greeter::operator()' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(greeting);
}

co::task<void> pointerToAMember(greeter &g) {
  auto greeting = (g.*&greeter::greet)(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: the task from 'greeter::greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(greeting);
}

co::task<void> closure() {
  auto greeting = [](const std::string &name) -> co::task<void> { co_await greet(name); }(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:91: warning: the task from a lambda refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(greeting);
}

co::task<void> insideOfAClosure() {
  auto greeting = [] { return greet(readName()); }();
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(greeting);
}

// Good.

co::task<void> awaited(const greeter &g, greeter &other) {
  co_await (enabled() ? greet(readName()) : wait());
  co_await (log("greeting"), greet(readName()));
  co_await GREET(readName());
  co_await polite::greet(readName());
  co_await g(readName());
  co_await (other.*&greeter::greet)(readName());
  co_await [](const std::string &name) -> co::task<void> { co_await greet(name); }(readName());
}

co::task<void> named(std::string name, const greeter &g, greeter &other) {
  auto first = enabled() ? greet(name) : wait();
  auto second = GREET(name);
  auto third = g(name);
  auto fourth = (other.*&greeter::greet)(name);
  auto fifth = [&name] { return greet(name); }();
  co_await std::move(first);
  co_await std::move(second);
  co_await std::move(third);
  co_await std::move(fourth);
  co_await std::move(fifth);
}
