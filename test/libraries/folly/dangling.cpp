// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/folly '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A monitor on folly::coro: tasks that refer to what is gone when they run.
#include <chrono>
#include <folly/coro/AsyncScope.h>
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Collect.h>
#include <folly/coro/Invoke.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <folly/coro/Timeout.h>
#include <folly/executors/CPUThreadPoolExecutor.h>
#include <folly/executors/GlobalExecutor.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using folly::coro::co_withExecutor;
using folly::coro::Task;

std::string nextHost();
void print(std::string_view line);

Task<bool> ping(const std::string &host);
Task<void> report(const std::string &host) {
  co_await folly::coro::sleep(10ms);
  print(host);
}
Task<void> reportCopy(std::string host) {
  co_await folly::coro::sleep(10ms);
  print(host);
}

// What people write.

Task<bool> watch() {
  auto pinging = ping(nextHost());
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'ping' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:36: note: 'pinging' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:23: note: instead: co_await it in the same statement, or let 'ping' take it by value
  bool first = co_await ping("localhost");
  bool second = co_await std::move(pinging);
  co_return first || second;
}

Task<void> watchInTime(folly::CPUThreadPoolExecutor *pool) {
  auto pinging = folly::coro::timeout(ping(nextHost()), 1s);
// CHECK-MESSAGES: :[[@LINE-1]]:44: warning: the task from 'ping' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(pinging);
  auto both = folly::coro::collectAll(ping("a"), ping("b"));
// CHECK-MESSAGES: :[[@LINE-1]]:44: warning: the task from 'ping' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:55: warning: the task from 'ping' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(both);
  auto elsewhere = co_withExecutor(pool, ping(nextHost()));
// CHECK-MESSAGES: :[[@LINE-1]]:47: warning: the task from 'ping' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(elsewhere);
}

Task<void> watchAll(std::vector<std::string> hosts) {
  std::vector<Task<bool>> pings;
  for (auto host : hosts)
    pings.push_back(ping(host));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'ping' refers to 'host', which dies before 'pings' is used [async-dangling-argument]
  co_await folly::coro::collectAllRange(std::move(pings));
}

class Monitor {
public:
  void add(std::string host) {
    scope.add(co_withExecutor(&pool, report(host)));
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: the task from 'report' refers to 'host', which dies when 'Monitor::add' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-45]]:9: note: 'host' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:45: note: instead: make 'Monitor::add' a coroutine and co_await it, or let 'report' take it by value
  }
  void addClosure(std::string host) {
    scope.add(co_withExecutor(&pool, [host]() -> Task<void> { co_await report(host); }()));
// CHECK-MESSAGES: :[[@LINE-1]]:38: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE-2]]:79: note: 'host' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:38: note: instead: pass it what it needs as arguments
  }
  Task<void> run() {
    co_return co_await folly::coro::co_invoke([this]() -> Task<void> { co_await report(name); });
  }

private:
  std::string name;
  folly::CPUThreadPoolExecutor pool{4};
  folly::coro::AsyncScope scope;
};

Task<void> closures(std::string host) {
  auto reporting = [&]() -> Task<void> { co_await report(host); }();
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:22: note: 'reporting' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:58: note: 'host' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:20: note: instead: pass it what it needs as arguments
  co_await std::move(reporting);
}

// What is right.

Task<bool> watchInOrder(std::string host) {
  auto pinging = ping(host);
  bool first = co_await ping(nextHost()) || co_await ping("localhost");
  co_await folly::coro::timeout(ping(nextHost()), 1s);
  co_await folly::coro::collectAll(ping("a"), ping("b"));
  bool second = co_await std::move(pinging);
  co_return first || second;
}

Task<void> watchElsewhere(folly::CPUThreadPoolExecutor *pool, std::string host) {
  co_await co_withExecutor(pool, ping(nextHost()));
  auto pinging = co_withExecutor(pool, ping(host));
  co_await std::move(pinging);
  auto last = co_withExecutor(pool, report(host)).start();
  co_await std::move(last);
}

// co_invoke keeps the closure until its task is done.
Task<void> closuresInOrder(folly::CPUThreadPoolExecutor *pool, folly::coro::AsyncScope &scope,
                           std::string host) {
  auto reporting = folly::coro::co_invoke([host]() -> Task<void> { co_await report(host); });
  scope.add(co_withExecutor(
      pool, folly::coro::co_invoke([host]() -> Task<void> { co_await report(host); })));
  co_await std::move(reporting);
  co_await [&]() -> Task<void> { co_await report(host); }();
}

class ScopedMonitor {
public:
  void add(const std::string &host) {
    scope.add(co_withExecutor(&pool, reportCopy(host)));
    scope.add(co_withExecutor(&pool, report(name)));
  }

private:
  std::string name;
  folly::CPUThreadPoolExecutor pool{4};
  folly::coro::AsyncScope scope;
};

int main() {
  std::string host = nextHost();
  auto reporting = co_withExecutor(folly::getGlobalCPUExecutor(), report(host));
  folly::coro::blockingWait(std::move(reporting));
  folly::coro::blockingWait([&]() -> Task<void> { co_await report(host); }());
  return folly::coro::blockingWait(ping("main"));
}
