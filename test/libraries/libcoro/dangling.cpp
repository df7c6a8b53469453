// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libcoro '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler on libcoro: tasks that refer to what is gone when they run.
#include <chrono>
#include <coro/coro.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using scheduler_ptr = std::unique_ptr<coro::scheduler>;
using pool_ptr = std::unique_ptr<coro::thread_pool>;

std::string address(int page);
void save(const std::string &url);

coro::task<int> fetch(const std::string &url);
coro::task<void> store(scheduler_ptr &scheduler, const std::string &url) {
  co_await scheduler->yield_for(10ms);
  save(url);
}
coro::task<void> storeCopy(scheduler_ptr &scheduler, std::string url) {
  co_await scheduler->yield_for(10ms);
  save(url);
}

// What people write.

coro::task<int> crawl(int page) {
  auto fetching = fetch(address(page));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'fetch' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:30: note: 'fetching' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:25: note: instead: co_await it in the same statement, or let 'fetch' take it by value
  int first = co_await fetch("https://example.org");
  co_return first + co_await fetching;
}

coro::task<void> crawlEverything(int pages) {
  std::vector<coro::task<int>> fetching;
  for (int page = 0; page < pages; ++page) {
    std::string url = address(page);
    fetching.push_back(fetch(url));
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the task from 'fetch' refers to 'url', which dies before 'fetching' is used [async-dangling-argument]
  }
  co_await coro::when_all(std::move(fetching));
}

coro::task<void> crawlBoth() {
  auto both = coro::when_all(fetch(address(1)), fetch(address(2)));
// CHECK-MESSAGES: :[[@LINE-1]]:36: warning: the task from 'fetch' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:55: warning: the task from 'fetch' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await both;
}

void storeLater(scheduler_ptr &scheduler, int page) {
  std::string url = address(page);
  scheduler->spawn_detached(store(scheduler, url));
// CHECK-MESSAGES: :[[@LINE-1]]:46: warning: the task from 'store' refers to 'url', which dies when 'storeLater' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-39]]:8: note: 'url' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:46: note: instead: make 'storeLater' a coroutine and co_await it, or let 'store' take it by value
}

coro::task<void> storeAll(scheduler_ptr &scheduler, pool_ptr &pool) {
  coro::task_group<coro::thread_pool> group{pool};
  for (int page = 0; page < 8; ++page)
    (void)group.start(store(scheduler, address(page)));
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: the task from 'store' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await group;
}

coro::task<void> closures(scheduler_ptr &scheduler, int page) {
  auto storing = [&scheduler, page]() -> coro::task<void> {
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+5]]:12: note: 'storing' is awaited here
// CHECK-MESSAGES: :[[@LINE+2]]:24: note: 'scheduler' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:18: note: instead: pass it what it needs as arguments
    co_await storeCopy(scheduler, address(page));
  }();
  co_await storing;
  scheduler->spawn_detached([page, &scheduler]() -> coro::task<void> {
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
    co_await storeCopy(scheduler, address(page));
  }());
}

// What is right.

coro::task<int> crawlInOrder(int page) {
  std::string url = address(page);
  auto fetching = fetch(url);
  int first = co_await fetch(address(page)) + co_await fetch("https://example.org");
  co_await coro::when_all(fetch(address(1)), fetch(address(2)));
  co_return first + co_await fetching;
}

coro::task<void> storeInOrder(scheduler_ptr &scheduler, pool_ptr &pool) {
  scheduler->spawn_detached(storeCopy(scheduler, address(1)));
  std::string url = address(2);
  auto storing = scheduler->spawn_joinable(store(scheduler, url));
  co_await storing;
  coro::task_group<coro::thread_pool> group{pool};
  (void)group.start(store(scheduler, url));
  co_await group;
}

// It keeps the closure until its task is done.
coro::task<void> closuresInOrder(scheduler_ptr &scheduler, int page) {
  auto storing = coro::invoke([&scheduler, page]() -> coro::task<void> {
    co_await storeCopy(scheduler, address(page));
  });
  co_await storing;
  scheduler->spawn_detached(coro::invoke([&scheduler, page]() -> coro::task<void> {
    co_await storeCopy(scheduler, address(page));
  }));
  co_await [&]() -> coro::task<void> { co_await storeCopy(scheduler, address(page)); }();
}

int main() {
  auto scheduler = coro::scheduler::make_unique();
  return coro::sync_wait(fetch(address(1))), coro::sync_wait(store(scheduler, address(2))), 0;
}
