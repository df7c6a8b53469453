// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A struct that is passed by value, with a view in it, owns nothing.
#include "Inputs/task.h"
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

std::string readPath();
co::task<void> wait();

struct request {
  std::string_view path;
  int retries = 0;
};
struct order {
  const std::string &item;
  int count;
};
struct parcel {
  request from;
  const char *label;
};
struct owned {
  std::string path;
  int retries = 0;
};

co::task<int> send(request r) {
  co_await wait();
  co_return static_cast<int>(r.path.size());
}
co::task<int> place(order o) {
  co_await wait();
  co_return static_cast<int>(o.item.size()) * o.count;
}
co::task<int> ship(parcel p) {
  co_await wait();
  co_return static_cast<int>(p.from.path.size());
}
co::task<int> sendOwned(owned r) {
  co_await wait();
  co_return static_cast<int>(r.path.size());
}
co::task<int> add(std::initializer_list<int> numbers) {
  co_await wait();
  int sum = 0;
  for (int number : numbers)
    sum += number;
  co_return sum;
}
co::task<int> join(std::vector<int> numbers) {
  co_await wait();
  co_return static_cast<int>(numbers.size());
}

// Bad.

co::task<int> viewOfATemporary() {
  auto sending = send({readPath(), 3});
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+2]]:32: note: 'sending' is awaited here
// CHECK-MESSAGES: :[[@LINE-32]]:30: note: 'r' is needed here
  co_return co_await std::move(sending);
}

co::task<int> designated() {
  auto sending = send({.path = readPath()});
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(sending);
}

co::task<int> written() {
  auto sending = send(request{readPath(), 3});
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(sending);
}

co::task<int> referenceMember() {
  auto placing = place({"book", 3});
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'place' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(placing);
}

co::task<int> nested() {
  auto shipping = ship({{readPath(), 3}, "fragile"});
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'ship' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(shipping);
}

co::task<int> ofALocal() {
  std::string path = readPath();
  return send({path, 3});
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'send' refers to 'path', which dies when 'ofALocal' returns [async-dangling-argument]
}

co::task<int> inAVariable() {
  std::string path = readPath();
  request r{path, 3};
  return send(r);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'send' refers to 'path', which dies when 'inAVariable' returns [async-dangling-argument]
}

co::task<int> list() {
  auto adding = add({1, 2, 3});
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'add' refers to a temporary {{.*}}, which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+2]]:32: note: 'adding' is awaited here
// CHECK-MESSAGES: :[[@LINE-60]]:21: note: 'numbers' is needed here
  co_return co_await std::move(adding);
}

co::task<int> returnedList() { return add({1, 2, 3}); }
// CHECK-MESSAGES: :[[@LINE-1]]:43: warning: the task from 'add' refers to a temporary {{.*}}, which dies at the end of this statement [async-dangling-argument]

// Good.

co::task<int> awaitedAtOnce() {
  int sum = co_await send({readPath(), 3}) + co_await place({"book", 3});
  co_return sum + co_await add({1, 2, 3});
}

co::task<int> ofALiteral() {
  auto sending = send({"index.html", 3});
  auto shipping = ship({{"index.html"}, "fragile"});
  co_return co_await std::move(sending) + co_await std::move(shipping);
}

co::task<int> owns() {
  auto sending = sendOwned({readPath(), 3});
  auto joining = join({1, 2, 3});
  co_return co_await std::move(sending) + co_await std::move(joining);
}

co::task<int> ofSomebodyElse(const std::string &path, request r) {
  if (path.empty())
    return send(r);
  return send({path, 3});
}

co::task<int> ofALocalThatLives() {
  std::string path = readPath();
  auto sending = send({path, 3});
  co_return co_await std::move(sending);
}
