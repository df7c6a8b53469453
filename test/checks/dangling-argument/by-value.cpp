// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the coroutine has a copy of, or never looks at, may die.
#include "Inputs/task.h"
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

std::string hostName();
co::task<int> ping();

// Bad: half of it is a copy.

co::task<int> connect(std::string host, const std::string &user) {
  int answer = co_await ping();
  co_return answer + static_cast<int>(host.size() + user.size());
}

co::task<int> secondArgument() {
  auto connecting = connect(hostName(), "root");
// CHECK-MESSAGES: :[[@LINE-1]]:41: warning: the task from 'connect' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(connecting);
}

// The copy is made when it runs, not when it is called.
co::task<int> copiesLate(const std::string &host) {
  std::string own = host;
  co_await ping();
  co_return static_cast<int>(own.size());
}
co::task<int> copiedLate() {
  auto connecting = copiesLate(hostName());
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: the task from 'copiesLate' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'connecting' is awaited here
// CHECK-MESSAGES: :[[@LINE-8]]:21: note: 'host' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:32: note: instead: co_await it in the same statement, or let 'copiesLate' take it by value
  co_return co_await std::move(connecting);
}

// Good: copies.

co::task<int> owns(std::string host) {
  int answer = co_await ping();
  co_return answer + static_cast<int>(host.size());
}
co::task<int> ownsAll(std::vector<std::string> hosts) {
  co_await ping();
  co_return static_cast<int>(hosts.size());
}
template <typename T> co::task<int> ownsAny(T value) {
  co_await ping();
  co_return static_cast<int>(value.size());
}
co::task<int> calls(std::function<int()> function) {
  co_await ping();
  co_return function();
}
co::task<int> shares(std::shared_ptr<std::string> host) {
  co_await ping();
  co_return static_cast<int>(host->size());
}
co::task<int> ownsAPointer(std::unique_ptr<std::string> host) {
  co_await ping();
  co_return static_cast<int>(host->size());
}

co::task<int> copied() {
  auto first = owns(hostName());
  auto second = owns("localhost");
  auto third = ownsAll({hostName(), "localhost"});
  auto fourth = ownsAny(hostName());
  auto fifth = calls([host = hostName()] { return static_cast<int>(host.size()); });
  auto sixth = shares(std::make_shared<std::string>("localhost"));
  auto seventh = ownsAPointer(std::make_unique<std::string>("localhost"));
  int sum = co_await std::move(first) + co_await std::move(second);
  sum += co_await std::move(third) + co_await std::move(fourth);
  sum += co_await std::move(fifth) + co_await std::move(sixth);
  co_return sum + co_await std::move(seventh);
}

co::task<int> moved() {
  std::string host = hostName();
  return owns(std::move(host));
}

// Good: nobody looks at them.

co::task<int> unused(const std::string &) { co_return co_await ping(); }
co::task<int> unusedName([[maybe_unused]] const std::string &host, int value) {
  co_await ping();
  co_return value;
}
co::task<int> unevaluated(const std::string &host) {
  co_await ping();
  co_return static_cast<int>(sizeof(host));
}

co::task<int> neverLookedAt() {
  auto first = unused(hostName());
  auto second = unusedName("localhost", 1);
  auto third = unevaluated(hostName());
  int sum = co_await std::move(first) + co_await std::move(second);
  co_return sum + co_await std::move(third);
}
