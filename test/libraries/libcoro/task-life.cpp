// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler on libcoro: a task runs when it is awaited or spawned, and nobody sees
// the exception of one that is spawned.
#include <chrono>
#include <coro/coro.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using scheduler_ptr = std::unique_ptr<coro::scheduler>;
using pool_ptr = std::unique_ptr<coro::thread_pool>;

coro::task<int> fetch(int page);
coro::task<void> store(int page, int size);

// What people write.

coro::task<int> crawl(scheduler_ptr &scheduler, int page) {
  store(page, 0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto again = fetch(page);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'fetch', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+6]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+6]]:5: note: 'again' is lost at this 'co_return'
  scheduler->yield_for(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'coro::scheduler::yield_for' is never awaited: it never runs [async-unawaited-task]
  scheduler->yield();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the operation from 'coro::scheduler::yield' is never awaited: it never runs [async-unawaited-task]
  if (int size = co_await fetch(page))
    co_return size;
  co_return co_await again;
}

coro::task<void> crawlBoth(scheduler_ptr &scheduler) {
  coro::when_all(fetch(1), fetch(2));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'coro::when_all' is never awaited: it never runs [async-unawaited-task]
  auto first = coro::when_any(fetch(3), fetch(4));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'coro::when_any', kept in 'first', is never awaited: it never runs [async-unawaited-task]
  scheduler->schedule(fetch(5), 1s);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'coro::scheduler::schedule' is never awaited: it never runs [async-unawaited-task]
  co_await store(6, 0);
}

// Unlocking, releasing and telling others are tasks, too.
coro::task<void> take(coro::mutex &mutex, coro::shared_mutex<coro::thread_pool> &shared,
                      coro::semaphore<4> &permits, coro::queue<int> &pages,
                      coro::condition_variable &changed) {
  auto lock = mutex.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the lock from 'coro::mutex::scoped_lock', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  co_await mutex.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'coro::mutex::scoped_lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  shared.lock_shared();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the lock from 'coro::shared_mutex::lock_shared' is never awaited: nothing is locked [async-unawaited-guard]
  shared.unlock();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'coro::shared_mutex::unlock' is never awaited: it never runs [async-unawaited-task]
  permits.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the permit from 'coro::semaphore::acquire' is never awaited: nothing is acquired [async-unawaited-guard]
  permits.release();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the task from 'coro::semaphore::release' is never awaited: it never runs [async-unawaited-task]
  pages.push(1);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'coro::queue::push' is never awaited: it never runs [async-unawaited-task]
  auto next = pages.pop();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'coro::queue::pop', kept in 'next', is never awaited: it never runs [async-unawaited-task]
  changed.notify_one();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the task from 'coro::condition_variable::notify_one' is never awaited: it never runs [async-unawaited-task]
}

coro::task<void> crawlAll(int pages) {
  std::vector<coro::task<int>> fetching;
  for (int page = 0; page < pages; ++page)
    fetching.push_back(fetch(page));
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'fetch', kept in 'fetching', is never awaited: it never runs [async-unawaited-task]
  co_await store(pages, 0);
}

coro::task<void> update(int page) {
  if (int size = co_await fetch(page))
    co_await store(page, size);
  else
    throw std::runtime_error("the page is gone");
}

coro::task<void> updateAll(pool_ptr &pool, scheduler_ptr &scheduler) {
  pool->spawn_detached(update(1));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'update' is started by 'coro::thread_pool::spawn_detached' and nobody sees its errors: nobody sees the exception the task ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-9]]:18: note: an exception of this await leaves 'update'
// CHECK-MESSAGES: :[[@LINE-3]]:9: note: instead: handle its errors inside of it, or keep what tells how it ends
  scheduler->spawn_detached(update(2));
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'update' is started by 'coro::scheduler::spawn_detached' and nobody sees its errors: nobody sees the exception the task ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-13]]:18: note: an exception of this await leaves 'update'
  pool->spawn_joinable(update(3));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the handle from 'coro::thread_pool::spawn_joinable' is dropped: dropping what it returns makes the thread sleep until the task is done [async-dropped-task-handle]
  auto updating = scheduler->spawn_joinable(update(4));
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the handle from 'coro::scheduler::spawn_joinable', kept in 'updating', is never used: dropping what it returns makes the thread sleep until the task is done [async-dropped-task-handle]
  coro::task_group<coro::thread_pool> group{pool};
  (void)group.start(update(5));
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'update' is started by 'coro::task_group::start' and nobody sees its errors: nobody sees the exception the task ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-21]]:18: note: an exception of this await leaves 'update'
  co_await group;
}

coro::task<void> fetchTwice(int page) {
  auto fetching = fetch(page);
  co_await std::move(fetching);
  co_await std::move(fetching);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'fetching' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void onChange(std::vector<std::function<void(int)>> &handlers) {
  store(0, 0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  handlers.push_back([](int page) -> coro::task<void> { co_await update(page); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back(update);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that 'update' returns: it never runs [async-erased-task]
}

// What is right.

coro::task<int> crawlOnce(scheduler_ptr &scheduler, int page) {
  co_await scheduler->schedule();
  co_await store(page, 0);
  auto fetching = fetch(page);
  co_await scheduler->yield_for(10ms);
  co_await scheduler->yield();
  int size = co_await fetching;
  co_return size + co_await fetching; // the same again
}

coro::task<void> crawlTogether(scheduler_ptr &scheduler, pool_ptr &pool) {
  auto both = coro::when_all(fetch(1), fetch(2));
  co_await both;
  co_await coro::when_any(fetch(3), scheduler->schedule(fetch(4)));
  auto elsewhere = pool->schedule(fetch(5));
  co_await elsewhere;
  auto limited = co_await scheduler->schedule(fetch(6), 1s);
  if (limited)
    co_await store(6, *limited);
}

coro::task<void> takeInTurn(coro::mutex &mutex, coro::shared_mutex<coro::thread_pool> &shared,
                            coro::semaphore<4> &permits, coro::queue<int> &pages,
                            coro::condition_variable &changed) {
  auto lock = co_await mutex.scoped_lock();
  if (mutex.try_lock())
    mutex.unlock();
  co_await shared.lock_shared();
  co_await shared.unlock();
  co_await permits.acquire();
  co_await permits.release();
  co_await pages.push(1);
  co_await changed.wait(lock);
  co_await changed.notify_one();
}

coro::task<void> crawlEverything(int pages) {
  std::vector<coro::task<int>> fetching;
  for (int page = 0; page < pages; ++page)
    fetching.push_back(fetch(page));
  co_await coro::when_all(std::move(fetching));
}

coro::task<void> updateCarefully(int page) {
  try {
    co_await update(page);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

coro::task<void> updateAllCarefully(pool_ptr &pool, scheduler_ptr &scheduler) {
  pool->spawn_detached(updateCarefully(1));
  scheduler->spawn_detached(store(2, 0));
  auto updating = scheduler->spawn_joinable(update(3));
  coro::task_group<coro::thread_pool> group{pool};
  for (int page = 4; page < 8; ++page)
    (void)group.start(updateCarefully(page));
  co_await group;
  co_await updating;
}

coro::task<void> ifChanged(bool changed) {
  std::optional<coro::task<void>> storing;
  if (changed)
    storing.emplace(store(1, 1));
  if (storing)
    co_await *storing;
}

// No coroutine: its caller awaits.
coro::task<int> fetchFirst() { return fetch(0); }

// Driven by hand: up to its first wait, and then by whoever it waits for.
void start(coro::event &changed) {
  auto storing = store(1, 1);
  storing.resume();
  changed.set();
}

void onChangeInOrder(std::vector<std::function<void(int)>> &handlers, pool_ptr &pool) {
  handlers.push_back([&pool](int page) { pool->spawn_detached(updateCarefully(page)); });
  std::function<coro::task<void>(int)> updates = updateCarefully;
  pool->spawn_detached(updates(1));
  pool->spawn_detached(coro::invoke([](int page) { return updateCarefully(page); }, 2));
}

coro::generator<int> pages() { co_yield 1; }

int main() {
  pages();
  auto first = fetchFirst();
  return coro::sync_wait(coro::when_all(std::move(first))), coro::sync_wait(fetch(1));
}
