// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pointers and iterators into what dies before the task is done.
#include "Inputs/task.h"
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

std::string readName();
std::vector<int> readNumbers();
int *known();
co::task<void> wait();

co::task<int> increment(int *value) {
  co_await wait();
  co_return ++*value;
}
co::task<int> length(const char *text) {
  co_await wait();
  co_return static_cast<int>(std::string(text).size());
}
co::task<int> send(const std::byte *data, std::size_t size);
co::task<int> sum(std::vector<int>::const_iterator from, int count) {
  co_await wait();
  int result = 0;
  for (; count > 0; --count)
    result += *from++;
  co_return result;
}

// Bad.

co::task<int> addressOfALocal() {
  int value = 1;
  return increment(&value);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'increment' refers to 'value', which dies {{.*}} [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-21]]:16: note: 'value' is needed here
}

co::task<int> addressInAVariable() {
  int value = 1;
  int *pointer = &value;
  return increment(pointer);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'increment' refers to 'value', which dies when 'addressInAVariable' returns [async-dangling-argument]
}

co::task<int> addressOf() {
  int value = 1;
  return increment(std::addressof(value));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'increment' refers to 'value', which dies when 'addressOf' returns [async-dangling-argument]
}

co::task<int> addressOfAnElement() {
  std::array<int, 3> values{1, 2, 3};
  return increment(&values[1]);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'increment' refers to 'values', which dies when 'addressOfAnElement' returns [async-dangling-argument]
}

co::task<int> addressInAnArray() {
  int values[] = {1, 2, 3};
  return increment(values + 1);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'increment' refers to 'values', which dies when 'addressInAnArray' returns [async-dangling-argument]
}

co::task<int> ofAParameter(int value) { return increment(&value); }
// CHECK-MESSAGES: :[[@LINE-1]]:58: warning: the task from 'increment' refers to 'value', which dies when 'ofAParameter' returns [async-dangling-argument]

co::task<int> addressOfAMember() {
  struct {
    int first, second;
  } both{1, 2};
  return increment(&both.second);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'increment' refers to 'both', which dies when 'addressOfAMember' returns [async-dangling-argument]
}

co::task<int> ofASmartPointer() {
  auto value = std::make_unique<int>(1);
  return increment(value.get());
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'increment' refers to 'value', which dies when 'ofASmartPointer' returns [async-dangling-argument]
}

co::task<int> characters() {
  auto counting = length(readName().c_str());
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'length' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+2]]:32: note: 'counting' is awaited here
// CHECK-MESSAGES: :[[@LINE-66]]:42: note: 'text' is needed here
  co_return co_await std::move(counting);
}

co::task<int> data() {
  std::vector<std::byte> bytes(16);
  return send(bytes.data(), bytes.size());
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'send' refers to 'bytes', which dies when 'data' returns [async-dangling-argument]
}

co::task<int> iterator() {
  std::vector<int> numbers = readNumbers();
  return sum(numbers.begin(), 3);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'sum' refers to 'numbers', which dies when 'iterator' returns [async-dangling-argument]
}

// Good.

co::task<int> awaitedAtOnce() {
  int value = 1;
  co_await length(readName().c_str());
  co_return co_await increment(&value);
}

co::task<int> ofALiteral() {
  auto counting = length("text");
  co_return co_await std::move(counting);
}

co::task<int> ofSomebodyElse(int *value, int &reference, std::vector<int> &numbers) {
  if (*value)
    return increment(value);
  if (reference)
    return increment(&reference);
  return numbers.empty() ? increment(known()) : sum(numbers.begin(), 3);
}

co::task<int> ofTheHeap() { return increment(new int(1)); }

co::task<int> ofAStatic() {
  static int value = 1;
  return increment(&value);
}

co::task<int> nobody() { return increment(nullptr); }

co::task<int> ofWhatAPointerPointsTo(std::unique_ptr<std::array<int, 3>> &values) {
  return increment(&(*values)[1]);
}

co::task<int> pointerThatMoves() {
  int value = 1;
  int *pointer = &value;
  pointer = known();
  return increment(pointer);
}
