// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/folly '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A monitor on folly::coro: a Task runs when it is awaited, started or put into a
// scope, and the exception of what is started is only in its future.
#include <chrono>
#include <folly/coro/AsyncGenerator.h>
#include <folly/coro/AsyncScope.h>
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Collect.h>
#include <folly/coro/DetachOnCancel.h>
#include <folly/coro/Invoke.h>
#include <folly/coro/Mutex.h>
#include <folly/coro/SharedMutex.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <folly/coro/Timeout.h>
#include <folly/executors/CPUThreadPoolExecutor.h>
#include <folly/executors/GlobalExecutor.h>
#include <folly/futures/Future.h>
#include <folly/io/async/EventBase.h>
#include <functional>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using folly::coro::co_withExecutor;
using folly::coro::Task;

Task<bool> ping(std::string host);
Task<void> report(std::string host);
folly::Future<int> askServer(int question);

// What people write.

Task<bool> watch(std::string host) {
  report(host);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'report' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto again = ping(host);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'ping', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'again' is lost at this 'co_return'
  if (co_await ping(host))
    co_return true;
  co_return co_await std::move(again);
}

Task<void> watchSlowly(std::string host) {
  folly::coro::sleep(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'folly::coro::sleep' is never awaited: it never runs [async-unawaited-task]
  folly::coro::timeout(ping(host), 1s);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'folly::coro::timeout' is never awaited: it never runs [async-unawaited-task]
  ping(host).semi();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'folly::coro::Task::semi' is never awaited: it never runs [async-unawaited-task]
  askServer(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'askServer' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  auto answer = askServer(2);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'askServer', kept in 'answer', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  co_await report(host);
}

Task<void> watchAll(std::vector<std::string> hosts, folly::CPUThreadPoolExecutor *pool) {
  std::vector<Task<bool>> pings;
  for (const auto &host : hosts)
    pings.push_back(ping(host));
  folly::coro::collectAllRange(std::move(pings));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'folly::coro::collectAllRange' is never awaited: it never runs [async-unawaited-task]
  auto both = folly::coro::collectAll(ping("a"), ping("b"));
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'folly::coro::collectAll', kept in 'both', is never awaited: it never runs [async-unawaited-task]
  folly::coro::collectAny(ping("c"), ping("d"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'folly::coro::collectAny' is never awaited: it never runs [async-unawaited-task]
  co_withExecutor(pool, ping("e"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'folly::coro::folly_cpo__::co_withExecutor' is never awaited: it never runs [async-unawaited-task]
  auto bound = co_withExecutor(pool, ping("f"));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'folly::coro::folly_cpo__::co_withExecutor', kept in 'bound', is never awaited: it never runs [async-unawaited-task]
  co_return;
}

Task<void> count(folly::coro::Mutex &mutex, folly::coro::SharedMutex &shared, int &failures) {
  auto lock = mutex.co_scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the lock from 'folly::coro::Mutex::co_scoped_lock', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  ++failures;
  co_await mutex.co_scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'folly::coro::Mutex::co_scoped_lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  ++failures;
  mutex.co_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the lock from 'folly::coro::Mutex::co_lock' is never awaited: nothing is locked [async-unawaited-guard]
  ++failures;
  mutex.unlock();
  auto reading = shared.co_scoped_lock_shared();
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the lock from 'folly::coro::SharedMutex::co_scoped_lock_shared', kept in 'reading', is never awaited: nothing is locked [async-unawaited-guard]
}

Task<void> pingTwice(std::string host) {
  auto pinging = ping(host);
  co_await std::move(pinging);
  co_await std::move(pinging);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'pinging' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

Task<int> restart(std::string host) {
  if (host.empty())
    throw std::invalid_argument("no host");
  co_await report(host);
  co_return 1;
}

void restartAll(std::vector<std::string> hosts, folly::CPUThreadPoolExecutor *pool) {
  for (const auto &host : hosts)
    co_withExecutor(pool, restart(host)).start();
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: the future from 'folly::coro::TaskWithExecutor::start' is dropped: the exception is only in the future [async-dropped-task-handle]
  auto last = co_withExecutor(pool, report("last")).start();
// CHECK-MESSAGES: :[[@LINE-1]]:53: warning: the future from 'folly::coro::TaskWithExecutor::start', kept in 'last', is never used: the exception is only in the future [async-dropped-task-handle]
  restart("one").semi();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'folly::coro::Task::semi' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:18: note: instead: return it, or start it on the event loop
  folly::futures::detachOnGlobalCPUExecutor(restart("two").semi());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'restart' is started by 'folly::futures::detachOnGlobalCPUExecutor' and nobody sees its errors: nobody sees its exception [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-16]]:5: note: this exception leaves 'restart'
  report("three");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'report' is never awaited: it never runs [async-unawaited-task]
}

Task<void> restartSoon(folly::coro::CancellableAsyncScope &scope,
                       folly::CPUThreadPoolExecutor *pool) {
  scope.co_schedule(co_withExecutor(pool, restart("soon")));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'folly::coro::CancellableAsyncScope::co_schedule' is never awaited: it never runs [async-unawaited-task]
  scope.joinAsync();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'folly::coro::CancellableAsyncScope::joinAsync' is never awaited: it never runs [async-unawaited-task]
  co_return;
}

void onFailure(folly::EventBase &evb, std::vector<std::function<void()>> &handlers) {
  evb.runInEventBaseThread([]() -> Task<void> { co_await report("failed"); });
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'folly::Function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:28: note: instead: give it an ordinary function that starts the task
  handlers.push_back([] { return report("failed"); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

Task<bool> watchTwice(std::string host) {
  co_await report(host);
  auto again = ping(host);
  bool first = co_await ping(host);
  bool second = co_await std::move(again);
  co_return first || second;
}

Task<void> watchInTime(std::string host, folly::CPUThreadPoolExecutor *pool) {
  co_await folly::coro::sleep(10ms);
  co_await folly::coro::timeout(ping(host), 1s);
  co_await co_withExecutor(pool, ping(host));
  auto pinging = co_withExecutor(pool, ping(host));
  co_await std::move(pinging);
  auto answer = askServer(1);
  int number = co_await std::move(answer);
  co_await folly::coro::detachOnCancel(restart(std::to_string(number)));
  auto deferred = askServer(2).semi();
  co_await std::move(deferred).deferValue([](int value) { return value + 1; });
}

Task<void> watchEverything(std::vector<std::string> hosts) {
  std::vector<Task<bool>> pings;
  for (const auto &host : hosts)
    pings.push_back(ping(host));
  co_await folly::coro::collectAllWindowed(std::move(pings), 8);
  auto both = folly::coro::collectAll(ping("a"), ping("b"));
  auto [a, b] = co_await std::move(both);
  auto c = ping("c");
  co_await folly::coro::collectAny(std::move(c), folly::coro::sleep(1s));
}

Task<void> countInTurn(folly::coro::Mutex &mutex, folly::coro::SharedMutex &shared, int &failures) {
  auto lock = co_await mutex.co_scoped_lock();
  ++failures;
  if (mutex.try_lock())
    mutex.unlock();
  co_await mutex.co_lock();
  mutex.unlock();
  auto reading = co_await shared.co_scoped_lock_shared();
}

Task<void> restartCarefully(std::string host) {
  try {
    co_await restart(host);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

// What is known to fail in no way may go on alone, if that is said.
void restartAllCarefully(std::vector<std::string> hosts, folly::CPUThreadPoolExecutor *pool) {
  for (const auto &host : hosts)
    (void)co_withExecutor(pool, restartCarefully(host)).start();
  folly::futures::detachOnGlobalCPUExecutor(restartCarefully("two").semi());
  co_withExecutor(pool, restart("one")).start([](auto &&result) {
    if (result.hasException())
      std::cerr << "not restarted\n";
  });
  auto last = co_withExecutor(pool, restart("last")).start();
  std::move(last).get();
}

folly::SemiFuture<int> restartLater(std::string host) {
  auto pool = folly::getGlobalCPUExecutor();
  return co_withExecutor(pool, restart(host)).start();
}

folly::Future<int> restartOn(folly::EventBase *evb) { return restart("one").semi().via(evb); }

class Monitor {
public:
  void add(std::string host) {
    scope.add(co_withExecutor(&pool, report(host)));
    last = co_withExecutor(&pool, report(host)).start();
  }
  Task<void> addSoon(std::string host) {
    co_await cancellable.co_schedule(co_withExecutor(&pool, report(host)));
  }
  void stop() { folly::coro::blockingWait(scope.joinAsync()); }
  Task<void> stopAll() { co_await cancellable.cancelAndJoinAsync(); }

private:
  folly::CPUThreadPoolExecutor pool{4};
  folly::coro::AsyncScope scope;
  folly::coro::CancellableAsyncScope cancellable;
  std::optional<folly::SemiFuture<folly::Unit>> last;
};

// Started where nothing can be awaited.
void ask(folly::CPUThreadPoolExecutor *pool) {
  askServer(1);
  askServer(2).thenValue([](int answer) { return answer + 1; });
}

void onFailureInOrder(folly::EventBase &evb, folly::CPUThreadPoolExecutor *pool,
                      folly::coro::AsyncScope &scope,
                      std::vector<std::function<void()>> &handlers) {
  evb.runInEventBaseThread([&scope, pool] { scope.add(co_withExecutor(pool, report("failed"))); });
  handlers.push_back([pool] { (void)co_withExecutor(pool, restartCarefully("failed")).start(); });
  std::function<Task<void>(std::string)> reports = report;
  scope.add(co_withExecutor(pool, reports("failed")));
  scope.add(co_withExecutor(
      pool, folly::coro::co_invoke([]() -> Task<void> { co_await report("failed"); })));
}

folly::coro::AsyncGenerator<int> failures() { co_yield 1; }

int main() {
  auto generator = failures();
  folly::coro::blockingWait([&]() -> Task<void> { co_await generator.next(); }());
  auto restarting = co_withExecutor(folly::getGlobalCPUExecutor(), restart("main"));
  return folly::coro::blockingWait(std::move(restarting));
}
