// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/folly '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A cache on folly::coro: how many tasks there are at once.
#include <algorithm>
#include <folly/coro/AsyncGenerator.h>
#include <folly/coro/AsyncScope.h>
#include <folly/coro/Collect.h>
#include <folly/coro/Task.h>
#include <folly/fibers/Semaphore.h>
#include <iterator>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

using folly::coro::Task;

Task<int> load(std::string key);
Task<void> store(std::string key);
Task<void> storeAndSignal(std::string key, folly::fibers::Semaphore &places);

// What people write.

Task<void> loadAll(std::vector<std::string> keys) {
  std::vector<Task<int>> loads;
  for (const std::string &key : keys)
    loads.push_back(load(key));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: coroutine 'loadAll' collects 'load' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE+2]]:12: note: all are awaited at once here
// CHECK-MESSAGES: :[[@LINE-4]]:21: note: instead: co_await folly::coro::collectAllWindowed(tasks, n), or a folly::fibers::Semaphore before each start
  co_await folly::coro::collectAllRange(std::move(loads));
}

Task<void> tryAll(const std::vector<std::string> &keys) {
  std::vector<Task<int>> loads;
  std::transform(keys.begin(), keys.end(), std::back_inserter(loads), load);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: coroutine 'tryAll' collects 'load' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE+2]]:12: note: all are awaited at once here
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: instead: co_await folly::coro::collectAllWindowed(tasks, n), or a folly::fibers::Semaphore before each start
  co_await folly::coro::collectAllTryRange(std::move(loads));
}

Task<void> loadView(std::vector<std::string> keys) {
  co_await folly::coro::collectAllRange(keys | std::views::transform(load));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: coroutine 'loadView' starts 'load' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
}

Task<void> storeAll(std::vector<std::string> keys, folly::Executor *pool) {
  folly::coro::AsyncScope scope;
  for (const std::string &key : keys)
    scope.add(folly::coro::co_withExecutor(pool, store(key)));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'storeAll' starts 'store' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
  co_await scope.joinAsync();
}

void startAll(std::vector<std::string> keys, folly::Executor *pool) {
  for (const std::string &key : keys)
    store(key).scheduleOn(pool).start();
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'startAll' starts 'store' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
}

Task<void> storeIncoming(folly::coro::AsyncGenerator<std::string> keys, folly::coro::AsyncScope &scope,
                         folly::Executor *pool) {
  while (auto key = co_await keys.next())
    scope.add(folly::coro::co_withExecutor(pool, store(*key)));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'storeIncoming' starts 'store' for every result of 'folly::coro::AsyncGenerator::next': nothing limits how many there are at once [async-unbounded-fan-out]
}

// Good.

Task<void> windowed(std::vector<std::string> keys) {
  std::vector<Task<int>> loads;
  for (const std::string &key : keys)
    loads.push_back(load(key));
  co_await folly::coro::collectAllWindowed(std::move(loads), 20);
  co_await folly::coro::collectAllTryWindowed(keys | std::views::transform(load), 20);
}

Task<void> withSemaphore(std::vector<std::string> keys, folly::Executor *pool,
                         folly::fibers::Semaphore &places) {
  folly::coro::AsyncScope scope;
  for (const std::string &key : keys) {
    co_await places.co_wait();
    scope.add(folly::coro::co_withExecutor(pool, storeAndSignal(key, places)));
  }
  co_await scope.joinAsync();
}

Task<void> pair() { co_await folly::coro::collectAll(load("a"), load("b")); }

Task<void> inTurn(std::vector<std::string> keys, folly::Executor *pool) {
  for (const std::string &key : keys)
    co_await folly::coro::co_withExecutor(pool, store(key));
}
