// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler on libcoro: after each co_await it may be on another thread of the
// pool, which must not unlock what this one has locked.
#include <chrono>
#include <coro/coro.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

coro::task<int> fetch(int page);
coro::task<void> store(int page, int size);

struct Site {
  std::mutex mutex;
  std::shared_mutex shared;
  coro::mutex async;
  std::map<int, int> sizes;
};

// What people write.

coro::task<int> crawl(Site &site, int page) {
  std::lock_guard<std::mutex> lock{site.mutex};
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: guard 'lock' is held while coroutine 'crawl' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+3]]:22: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:31: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:31: note: instead: co_await a coro::mutex's scoped_lock(), or keep the locked part short
  site.sizes[page] = co_await fetch(page);
  co_return site.sizes[page];
}

coro::task<void> crawl_on(std::unique_ptr<coro::thread_pool> &pool, Site &site) {
  std::unique_lock lock(site.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'crawl_on' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  co_await pool->schedule();
  site.sizes.clear();
}

coro::task<void> store_all(Site &site) {
  std::shared_lock lock(site.shared);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'store_all' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  for (auto [page, size] : site.sizes)
    co_await store(page, size);
}

coro::task<void> store_both(Site &site) {
  std::scoped_lock lock(site.mutex, site.shared);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'store_both' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  co_await coro::when_all(store(1, site.sizes[1]), store(2, site.sizes[2]));
}

// The blocking one around the one that is awaited.
coro::task<void> mixed(Site &site) {
  std::lock_guard lock(site.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'mixed' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  auto guard = co_await site.async.scoped_lock();
  site.sizes.clear();
}

// The same, without waiting for anything under the lock, or with one that is
// awaited.

coro::task<int> crawl_first(Site &site, int page) {
  int size = co_await fetch(page);
  std::lock_guard lock(site.mutex);
  site.sizes[page] = size;
  co_return size;
}

coro::task<void> store_copies(Site &site) {
  std::map<int, int> copy;
  {
    std::shared_lock lock(site.shared);
    copy = site.sizes;
  }
  for (auto [page, size] : copy)
    co_await store(page, size);
}

coro::task<void> crawl_under_an_asynchronous_lock(Site &site, int page) {
  auto lock = co_await site.async.scoped_lock();
  site.sizes[page] = co_await fetch(page);
}

coro::task<void> unlocked_early(Site &site, int page) {
  auto lock = co_await site.async.scoped_lock();
  site.sizes.erase(page);
  lock.unlock();
  co_await store(page, 0);
}

coro::task<void> by_hand(Site &site, int page) {
  co_await site.async.lock();
  site.sizes[page] = co_await fetch(page);
  site.async.unlock();
}
