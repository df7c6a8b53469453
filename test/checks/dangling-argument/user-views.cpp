// RUN: %check %s --rules=%S/Inputs/work.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A class that a rule calls a view refers to what it is made of.
#include "Inputs/work.h"
#include <string>
#include <utility>
#include <vector>

std::string readName();
std::vector<int> readNumbers();
co::task<> wait();

// No rule says anything of it.
struct number {
  number(const std::string &from) : length(from.size()) {}
  std::size_t length;
};

co::task<int> send(work::slice text) {
  co_await wait();
  co_return static_cast<int>(text.size());
}
co::task<int> first(work::window<int> numbers) {
  co_await wait();
  co_return numbers[0];
}
co::task<int> count(number n) {
  co_await wait();
  co_return static_cast<int>(n.length);
}

// Bad.

co::task<int> ofATemporary() {
  auto sending = send({readName().data(), 3});
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(sending);
}

co::task<int> ofALocal() {
  std::vector<int> numbers = readNumbers();
  return first(numbers);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'first' refers to 'numbers', which dies when 'ofALocal' returns [async-dangling-argument]
}

co::task<int> ofATemporaryVector() {
  auto reading = first(readNumbers());
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'first' refers to a temporary 'std::vector', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(reading);
}

// Good.

co::task<int> awaitedAtOnce() {
  co_return co_await send({readName().data(), 3}) + co_await first(readNumbers());
}

co::task<int> ofALiteral() {
  auto sending = send({"abc", 3});
  co_return co_await std::move(sending);
}

co::task<int> noView() {
  auto counting = count(readName());
  co_return co_await std::move(counting);
}

co::task<int> ofSomebodyElse(const std::vector<int> &numbers) { return first(numbers); }
