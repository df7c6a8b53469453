// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar '--checks=async-*,-async-unbounded-*,-async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key-value store on Seastar: a coroutine starts where it is called, and of a
// future that nobody keeps the exception is only logged.
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
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using seastar::future;

future<int> load(std::string key);
future<> store(std::string key, int value);
void log(const char *text);

// What people write.

future<> copy(std::string from, std::string to) {
  store("copies", 1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto value = load(from);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'load', kept in 'value', is not awaited on every path: on the others it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'value' is lost at this 'co_return'
  if (from == to)
    co_return;
  store(to, co_await std::move(value));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  auto stored = load(to);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'load', kept in 'stored', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
}

future<> wait() {
  seastar::sleep(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'seastar::sleep' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  seastar::coroutine::maybe_yield();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'seastar::coroutine::maybe_yield' is never awaited: it never runs [async-unawaited-task]
  seastar::when_all(load("a"), load("b"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'seastar::when_all' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  auto both = seastar::when_all_succeed(load("c"), load("d"));
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'seastar::when_all_succeed', kept in 'both', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  co_await store("waited", 1);
}

// The lock is somewhere on its way.
future<> count(seastar::shared_mutex &mutex, seastar::rwlock &rows, seastar::semaphore &slots,
               int &total) {
  mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the lock from 'seastar::shared_mutex::lock' is never awaited: nothing is locked [async-unawaited-guard]
  ++total;
  mutex.unlock();
  rows.read_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the lock from 'seastar::rwlock::read_lock' is never awaited: nothing is locked [async-unawaited-guard]
  slots.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'seastar::semaphore::wait' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  auto units = seastar::get_units(slots, 1);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the permit from 'seastar::get_units', kept in 'units', is never awaited: nothing is acquired [async-unawaited-guard]
  co_await seastar::get_units(slots, 1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'seastar::get_units' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  ++total;
}

future<> storeAll(std::vector<std::string> keys) {
  std::vector<future<>> stores;
  for (const auto &key : keys)
    stores.push_back(store(key, 1));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'store', kept in 'stores', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  co_await store("all", 1);
}

future<> elsewhere() {
  seastar::smp::submit_to(1, [] { return store("elsewhere", 1); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'seastar::smp::submit_to' is dropped: the exception of a future that nobody keeps is only logged [async-dropped-task-handle]
  auto heating = seastar::async([] { return load("warm").get(); });
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the future from 'seastar::async', kept in 'heating', is never used: the exception of a future that nobody keeps is only logged [async-dropped-task-handle]
  co_return;
}

void warmUp() {
  seastar::async([] { return load("warm").get(); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'seastar::async' is dropped: the exception of a future that nobody keeps is only logged [async-dropped-task-handle]
}

future<> loadTwice() {
  auto loading = load("twice");
  co_await std::move(loading);
  co_await std::move(loading);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'loading' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

// What is right.

future<> copyInOrder(std::string from, std::string to) {
  auto value = load(from);
  co_await store("copies", 1);
  co_await store(to, co_await std::move(value));
}

future<> waitForAll() {
  co_await seastar::sleep(10ms);
  co_await seastar::coroutine::maybe_yield();
  co_await seastar::when_all(load("a"), load("b"));
  auto c = load("c"), d = load("d");
  auto both = seastar::when_all_succeed(std::move(c), std::move(d));
  co_await std::move(both);
  co_await seastar::with_timeout(std::chrono::steady_clock::now() + 1s, load("e"));
  auto [e, f] = co_await seastar::coroutine::all([] { return load("e"); },
                                                 [] { return load("f"); });
  co_await store("waited", e + f);
}

future<> countInTurn(seastar::shared_mutex &mutex, seastar::semaphore &slots, int &total) {
  co_await mutex.lock();
  ++total;
  mutex.unlock();
  co_await slots.wait();
  slots.signal();
  auto units = co_await seastar::get_units(slots, 1);
  co_await seastar::with_semaphore(slots, 1, [] { return store("counted", 1); });
}

future<> storeEverything(std::vector<std::string> keys) {
  std::vector<future<>> stores;
  for (const auto &key : keys)
    stores.push_back(store(key, 1));
  for (auto &each : stores)
    co_await std::move(each);
}

// The cast says that it goes on in the background; the gate is closed before what
// it uses is gone.
class Cache {
public:
  future<> refresh(std::string key) {
    (void)store(key, 1).handle_exception([](auto) { log("not refreshed"); });
    (void)seastar::with_gate(running, [this, key] {
      return load(key).then([this](int value) { last = value; });
    });
    (void)seastar::smp::submit_to(1, [] {
      return store("elsewhere", 1);
    }).handle_exception([](auto) { log("not stored"); });
    (void)store("important", 1).or_terminate();
    auto holder = running.hold();
    co_await store(key, last);
  }
  future<> stop() {
    refreshing = refresh("last");
    co_await std::move(*refreshing);
    co_await running.close();
  }

private:
  seastar::gate running;
  std::optional<future<>> refreshing;
  int last = 0;
};

// Continuations go on with the future that they are called on.
future<> chained(std::string key) {
  return load(key)
      .then([key](int value) { return store(key, value + 1); })
      .finally([] { log("done"); });
}

future<int> ifReady(std::string key) {
  auto loading = load(key);
  if (loading.available() && !loading.failed())
    co_return loading.get();
  co_return co_await std::move(loading);
}

future<> onAll() {
  co_await seastar::smp::submit_to(1, [] { return store("elsewhere", 1); });
  auto loading = seastar::async([] { return load("warm").get(); });
  co_await store("warm", co_await std::move(loading));
}

// In a thread a future is waited for.
future<> inThread(std::vector<std::string> keys) {
  return seastar::async([keys] {
    auto loading = load("all");
    for (const auto &key : keys)
      store(key, 1).get();
    store("all", loading.get()).get();
  });
}

void onKey(std::vector<std::function<void(int)>> &handlers) {
  handlers.push_back([](int value) { (void)store("key", value); });
  std::function<future<>(int)> stores = [](int value) { return store("key", value); };
  (void)stores(1);
}
