// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A reference in a coroutine's frame does not make the temporary behind it live
// longer.
#include "Inputs/task.h"
#include <string>
#include <utility>

std::string hostName();
int port();
co::task<int> ping();

co::task<int> connect(const std::string &host) {
  int answer = co_await ping();
  co_return answer + static_cast<int>(host.size());
}
co::task<int> connectTo(const std::string &host, const int &port) {
  int answer = co_await ping();
  co_return answer + static_cast<int>(host.size()) + port;
}
co::task<int> takeOver(std::string &&host) {
  std::string own = std::move(host);
  co_await ping();
  co_return static_cast<int>(own.size());
}
co::task<int> elsewhere(const std::string &host);

// Bad: the temporary is gone when the task is awaited.

co::task<int> fromACall() {
  auto connecting = connect(hostName());
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'connect' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'connecting' is awaited here
// CHECK-MESSAGES: :[[@LINE-19]]:39: note: 'host' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:29: note: instead: co_await it in the same statement, or let 'connect' take it by value
  co_return co_await std::move(connecting);
}

co::task<int> fromALiteral() {
  auto connecting = connect("localhost");
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'connect' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'connecting' is awaited here
// CHECK-MESSAGES: :[[@LINE-28]]:39: note: 'host' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:29: note: instead: co_await it in the same statement, or let 'connect' take it by value
  co_return co_await std::move(connecting);
}

co::task<int> fromAnExpression(std::string domain) {
  auto connecting = connect("www." + domain);
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'connect' refers to a temporary 'std::{{(basic_)?string}}', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(connecting);
}

co::task<int> written() {
  auto connecting = connect(std::string("localhost"));
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'connect' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(connecting);
}

co::task<int> braced() {
  auto connecting = connect({'a', 'b'});
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'connect' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(connecting);
}

co::task<int> ofANumber(std::string host) {
  auto connecting = connectTo(host, port());
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'connectTo' refers to a temporary 'int', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(connecting);
}

co::task<int> convertedNumber(std::string host, short given) {
  auto connecting = connectTo(host, given);
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'connectTo' refers to a temporary 'int', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(connecting);
}

co::task<int> rvalueReference() {
  auto connecting = takeOver(hostName());
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the task from 'takeOver' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(connecting);
}

// Its body is in another file: a lazy one looks at its arguments later.
co::task<int> withoutABody() {
  auto connecting = elsewhere(hostName());
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'elsewhere' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+2]]:32: note: 'connecting' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:31: note: instead: co_await it in the same statement, or let 'elsewhere' take it by value
  co_return co_await std::move(connecting);
}

co::task<int> chosen(bool local, std::string host) {
  auto connecting = connect(local ? "localhost" : host);
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'connect' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(connecting);
}

co::task<int> inACondition() {
  if (auto connecting = connect(hostName()); co_await std::move(connecting))
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: the task from 'connect' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
    co_return 1;
  co_return 0;
}

co::task<int> inALambda() {
  auto run = []() -> co::task<int> {
    auto connecting = connect(hostName());
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'connect' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
    co_return co_await std::move(connecting);
  };
  co_return co_await run();
}

// Good: it is awaited while the temporary lives.

co::task<int> awaitedAtOnce() {
  int sum = co_await connect(hostName());
  sum += co_await connect("localhost") + co_await connectTo("localhost", 80);
  if (co_await takeOver(hostName()))
    ++sum;
  co_return sum + co_await elsewhere(hostName());
}

co::task<int> awaitedInACondition() {
  while (co_await connect(hostName()) > 0)
    ;
  co_return co_await ping() ? co_await connect("a") : co_await connect("b");
}

co::task<int> named() {
  std::string host = hostName();
  auto connecting = connect(host);
  co_return co_await std::move(connecting);
}

co::task<int> extended() {
  const std::string &host = hostName();
  auto &&other = hostName();
  auto connecting = connect(host);
  auto next = connect(other);
  co_return co_await std::move(connecting) + co_await std::move(next);
}

co::task<int> ofTheCaller(const std::string &host) {
  auto connecting = connect(host);
  co_return co_await std::move(connecting);
}
