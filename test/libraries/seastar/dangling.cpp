// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key-value store on Seastar: coroutines start at once, and go on with what is
// gone by then.
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <seastar/core/coroutine.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/loop.hh>
#include <seastar/core/rwlock.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/shared_mutex.hh>
#include <seastar/core/sleep.hh>
#include <seastar/core/smp.hh>
#include <seastar/core/thread.hh>
#include <seastar/core/when_all.hh>
#include <seastar/core/when_any.hh>
#include <seastar/core/with_timeout.hh>
#include <seastar/coroutine/all.hh>
#include <seastar/coroutine/maybe_yield.hh>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using seastar::future;

std::string nextKey();
void log(std::string_view text);
future<int> load(const std::string &key);

future<> store(const std::string &key, int value) {
  co_await seastar::sleep(10ms);
  log(key + std::to_string(value));
}
future<> storeCopy(std::string key, int value) {
  co_await seastar::sleep(10ms);
  log(key + std::to_string(value));
}
future<> storeFirst(const std::string &key) {
  std::string own = key;
  co_await seastar::sleep(10ms);
  log(own);
}

// What people write.

future<> copy() {
  auto storing = store(nextKey(), 1);
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'store' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+4]]:22: note: 'storing' is awaited here
// CHECK-MESSAGES: :[[@LINE-18]]:7: note: 'key' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:24: note: instead: co_await it in the same statement, or let 'store' take it by value
  co_await store("copies", 1);
  co_await std::move(storing);
}

future<> copyLater(std::string key) {
  return store(key, 1);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'store' refers to 'key', which dies when 'copyLater' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-27]]:7: note: 'key' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:16: note: instead: make 'copyLater' a coroutine and co_await it, or let 'store' take it by value
}

future<> copyAll(std::vector<std::string> keys) {
  std::vector<future<>> stores;
  for (auto key : keys)
    stores.push_back(store(key, 1));
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'store' refers to 'key', which dies before 'stores' is used [async-dangling-argument]
  for (auto &each : stores)
    co_await std::move(each);
}

future<> both() {
  auto all = seastar::when_all_succeed(store("a", 1), store(nextKey(), 2));
// CHECK-MESSAGES: :[[@LINE-1]]:46: warning: the task from 'store' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:61: warning: the task from 'store' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(all);
}

void inTheBackground() {
  (void)store("background", 1);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'store' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
}

// A continuation is destroyed as soon as it has returned its future.
future<> chained(std::string key) {
  return load(key)
      .then([key](int value) -> future<> {
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the captures of this coroutine lambda die as soon as 'seastar::future::then' has called it, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:28: note: 'key' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:13: note: instead: pass it what it needs as arguments
        co_await seastar::sleep(10ms);
        co_await storeCopy(key, value);
      })
      .finally([key]() -> future<> {
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the captures of this coroutine lambda die as soon as 'seastar::future::finally' has called it, before its task is done [async-dangling-capture]
        co_await seastar::sleep(10ms);
        log(key);
      });
}

future<> chainedInACoroutine(std::string key) {
  co_await load(key).then([&](int value) -> future<> {
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the captures of this coroutine lambda die as soon as 'seastar::future::then' has called it, before its task is done [async-dangling-capture]
    co_await seastar::sleep(10ms);
    co_await storeCopy(key, value);
  });
}

future<> closures(std::string key) {
  auto storing = [key]() -> future<> {
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+6]]:22: note: 'storing' is awaited here
// CHECK-MESSAGES: :[[@LINE+3]]:24: note: 'key' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:18: note: instead: pass it what it needs as arguments
    co_await seastar::sleep(10ms);
    co_await storeCopy(key, 1);
  }();
  co_await std::move(storing);
}

// What is right.

future<> copyInOrder(std::string key) {
  auto storing = store(key, 1);
  co_await store(nextKey(), 1);
  co_await store("copies", 1);
  co_await seastar::when_all_succeed(store("a", 1), store(nextKey(), 2));
  co_await std::move(storing);
}

// It has a copy before it waits.
future<> copyBefore() {
  auto storing = storeFirst(nextKey());
  co_await std::move(storing);
}
future<> copyBeforeLater(std::string key) { return storeFirst(key); }

future<> chainedInOrder(std::string key) {
  co_await load(key).then([key](int value) { return storeCopy(key, value); });
  co_await load(key).then([](int value) -> future<> {
    co_await seastar::sleep(10ms);
    co_await storeCopy("chained", value);
  });
}

// What the closure needs is needed before it waits.
future<> chainedInTime(std::string key) {
  return load(key).then([key](int value) -> future<> {
    auto own = key;
    co_await seastar::sleep(10ms);
    co_await storeCopy(own, value);
  });
}

class Cache {
public:
  future<> refresh() {
    (void)store(name, 1).handle_exception([](auto) { log("not refreshed"); });
    co_await store(name, 2);
  }

private:
  std::string name;
};
