// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key-value store on Seastar: a shard is one thread, and whoever waits there for
// a blocking lock stops it, and with it the coroutine that holds the lock.
#include <chrono>
#include <map>
#include <mutex>
#include <seastar/core/coroutine.hh>
#include <seastar/core/rwlock.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/shared_mutex.hh>
#include <seastar/core/sleep.hh>
#include <seastar/core/smp.hh>
#include <seastar/coroutine/maybe_yield.hh>
#include <seastar/util/spinlock.hh>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using seastar::future;

future<std::string> load(std::string key);
future<> store(std::string key, std::string value);

// What people write: a store that all shards share.

struct Cache {
  std::mutex mutex;
  seastar::util::spinlock spin;
  std::map<std::string, std::string> values;

  future<std::string> get(std::string key);
  future<std::string> getAgain(std::string key);
  future<> flush();
};

future<std::string> Cache::get(std::string key) {
  std::lock_guard lock(mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'Cache::get' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+5]]:33: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: keep the state on one shard, or co_await seastar::get_units(semaphore, 1)
  auto found = values.find(key);
  if (found == values.end())
    found = values.emplace(key, co_await load(key)).first;
  co_return found->second;
}

future<> Cache::flush() {
  std::unique_lock lock(mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'Cache::flush' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  for (const auto &[key, value] : values) {
    co_await store(key, value);
    co_await seastar::coroutine::maybe_yield();
  }
}

future<> spin(Cache &cache) {
  cache.spin.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: mutex 'spin' is held while coroutine 'spin' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  co_await seastar::sleep(1ms);
  cache.spin.unlock();
}

future<> spinGuarded(Cache &cache, std::string key) {
  std::lock_guard<seastar::util::spinlock> guard(cache.spin);
// CHECK-MESSAGES: :[[@LINE-1]]:44: warning: guard 'guard' is held while coroutine 'spinGuarded' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  cache.values[key] = co_await load(key);
}

future<> onAnotherShard(Cache &cache, unsigned shard) {
  std::lock_guard lock(cache.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'onAnotherShard' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  co_await seastar::smp::submit_to(shard, [&cache] { cache.values.clear(); });
}

// The same, without waiting for anything under the lock, or with one that is
// awaited.

future<std::string> Cache::getAgain(std::string key) {
  {
    std::lock_guard lock(mutex);
    if (auto found = values.find(key); found != values.end())
      co_return found->second;
  }
  std::string value = co_await load(key);
  std::lock_guard lock(mutex);
  co_return values.emplace(std::move(key), std::move(value)).first->second;
}

future<> spinShortly(Cache &cache, std::string key) {
  auto value = co_await load(key);
  cache.spin.lock();
  cache.values[key] = value;
  cache.spin.unlock();
  co_await store(key, value);
}

future<> underUnits(seastar::semaphore &one, Cache &cache, std::string key) {
  auto units = co_await seastar::get_units(one, 1);
  cache.values[key] = co_await load(key);
}

future<> underASharedMutex(seastar::shared_mutex &mutex, Cache &cache, std::string key) {
  co_await mutex.lock();
  cache.values[key] = co_await load(key);
  mutex.unlock();
}

future<> underARwlock(seastar::rwlock &lock, Cache &cache) {
  co_await lock.read_lock();
  for (const auto &[key, value] : cache.values)
    co_await store(key, value);
  lock.read_unlock();
}
