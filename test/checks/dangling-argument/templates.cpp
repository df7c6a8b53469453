// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Of a template, what it is made for counts.
#include "Inputs/task.h"
#include <string>
#include <string_view>
#include <utility>

std::string readName();
co::task<void> wait();

template <typename T> co::task<int> greet(const T &name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
template <typename T> co::task<int> greetValue(T name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
template <typename T> co::task<int> forwarded(T &&name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}
template <typename... Ts> co::task<int> total(const Ts &...names) {
  co_await wait();
  co_return (static_cast<int>(names.size()) + ...);
}

template <typename T> struct holder {
  T value;
  co::task<int> size() {
    co_await wait();
    co_return static_cast<int>(value.size());
  }
};

// Bad.

co::task<int> reference() {
  auto greeting = greet(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  auto next = forwarded(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'forwarded' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting) + co_await std::move(next);
}

co::task<int> viewByValue() {
  auto greeting = greetValue<std::string_view>(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:48: warning: the task from 'greetValue' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(greeting);
}

co::task<int> pack(std::string name) {
  auto adding = total(name, readName());
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'total' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(adding);
}

co::task<int> method() {
  auto sizing = holder<std::string>{readName()}.size();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'holder::size' refers to a temporary 'holder', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(sizing);
}

template <typename T> co::task<int> inATemplate() {
  T name = readName();
  return greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'name', which dies when 'inATemplate' returns [async-dangling-argument]
}
co::task<int> instantiates() { co_return co_await inATemplate<std::string>(); }

// Good.

co::task<int> awaitedAtOnce(std::string name) {
  int sum = co_await greet(readName()) + co_await forwarded(readName());
  sum += co_await total(name, readName());
  co_return sum + co_await holder<std::string>{readName()}.size();
}

co::task<int> value() {
  auto greeting = greetValue(readName());
  auto next = greetValue<std::string>("world");
  co_return co_await std::move(greeting) + co_await std::move(next);
}

co::task<int> names(std::string name, const std::string &other) {
  auto greeting = forwarded(name);
  auto adding = total(name, other);
  co_return co_await std::move(greeting) + co_await std::move(adding);
}

template <typename T> co::task<int> neverInstantiated() {
  T name = readName();
  return greet(name);
}
