// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libcoro '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler on libcoro: what is shut down says so by a value, and goes on saying
// it.
#include <coro/coro.hpp>
#include <exception>
#include <iostream>
#include <memory>
#include <string>

coro::task<void> crawl(int page);
void log(const char *text);

// What people write: endless loops.

coro::task<void> fill(coro::queue<int> &pages) {
  for (int page = 0;; ++page)
    co_await pages.push(page);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'stopped' from 'coro::queue::push' is ignored, and the loop of coroutine 'fill' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: look at the result, and leave the loop on an error
}

coro::task<void> crawlOneByOne(coro::semaphore<1> &turns) {
  int page = 0;
  while (true) {
    co_await turns.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'shutdown' from 'coro::semaphore::acquire' is ignored, and the loop of coroutine 'crawlOneByOne' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: look at the result, and leave the loop on an error
    co_await crawl(page++);
    co_await turns.release();
  }
}

coro::task<void> fillRing(coro::ring_buffer<int, 8> &pages) {
  for (int page = 0;; ++page) {
    auto produced = co_await pages.produce(page);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'stopped' from 'coro::ring_buffer::produce' is asked for, and the loop of coroutine 'fillRing' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: instead: leave the loop when it was
    if (produced == coro::ring_buffer_result::produce::stopped)
      continue;
    log("produced");
  }
}

coro::task<void> watch(coro::scheduler &scheduler, coro::poll_stop_token token) {
  using namespace std::chrono_literals;
  for (;;) {
    auto status = co_await scheduler.poll(0, coro::poll_op::read, 10ms, token);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'cancelled' from 'coro::scheduler::poll' is asked for, and the loop of coroutine 'watch' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: leave the loop when it was
    if (status == coro::poll_status::cancelled)
      continue;
    co_await crawl(0);
  }
}

// They look at it.

coro::task<void> fillUntilStopped(coro::queue<int> &pages) {
  for (int page = 0;; ++page)
    if (co_await pages.push(page) == coro::queue_produce_result::stopped)
      co_return;
}

coro::task<void> crawlAll(coro::queue<int> &pages) {
  while (true) {
    auto page = co_await pages.pop();
    if (!page)
      break;
    co_await crawl(*page);
  }
}

coro::task<void> crawlAllByValue(coro::queue<int> &pages) {
  while (auto page = co_await pages.pop())
    co_await crawl(*page);
}

coro::task<void> crawlUntilStopped(coro::queue<int> &pages) {
  while (true) {
    auto page = co_await pages.pop();
    if (!page && page.error() == coro::queue_consume_result::stopped)
      co_return;
    if (page)
      co_await crawl(*page);
  }
}

coro::task<void> crawlWhileThereAreTurns(coro::semaphore<1> &turns) {
  int page = 0;
  while (co_await turns.acquire() == coro::semaphore_acquire_result::acquired) {
    co_await crawl(page++);
    co_await turns.release();
  }
}

coro::task<void> watchUntilCancelled(coro::scheduler &scheduler, coro::poll_stop_token token) {
  using namespace std::chrono_literals;
  for (;;) {
    auto status = co_await scheduler.poll(0, coro::poll_op::read, 10ms, token);
    if (status == coro::poll_status::cancelled)
      co_return;
    co_await crawl(0);
  }
}

// The loop ends anyway, or no cancelling throws.

coro::task<void> fillTen(coro::queue<int> &pages) {
  for (int page = 0; page < 10; ++page)
    co_await pages.push(page);
}

coro::task<void> crawlForEver() {
  for (int page = 0;; ++page) {
    try {
      co_await crawl(page);
    } catch (const std::exception &error) {
      log(error.what());
    }
  }
}
