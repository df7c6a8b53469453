// RUN: %check %s '--checks=-*,async-unshielded-cleanup,async-skipped-cleanup' --args=-I%S/../../rules/packs/Inputs/libcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler on libcoro, which asks nobody to stop by an exception: what is shut down
// tells so by a result. Nothing is told.
#include <chrono>
#include <coro/coro.hpp>
#include <exception>
#include <iostream>
#include <memory>

using namespace std::chrono_literals;

coro::task<int> fetch(int page);
coro::task<void> close_page(int page);

coro::task<int> fetch_and_close(int page) {
  int size = 0;
  try {
    size = co_await fetch(page);
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await close_page(page);
  co_return size;
}

coro::task<int> fetch_or_close(int page) {
  bool failed = false;
  int size = 0;
  try {
    size = co_await fetch(page);
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await close_page(page);
  co_return size;
}

class site {
public:
  coro::task<void> crawl(int page) {
    auto lock = co_await mutex.scoped_lock();
    size += co_await fetch(page);
  }

  coro::task<void> crawl_by_hand(int page) {
    co_await mutex.lock();
    size += co_await fetch(page);
    mutex.unlock();
  }

  coro::task<void> crawl_in_turn(int page) {
    if (co_await turns.acquire() == coro::semaphore_acquire_result::shutdown)
      co_return;
    size += co_await fetch(page);
    co_await turns.release();
  }

  coro::task<void> crawl_once(std::unique_ptr<coro::scheduler> &on, int page) {
    if (crawling)
      co_return;
    crawling = true;
    ++open;
    size += co_await fetch(page);
    co_await on->yield_for(10ms);
    --open;
    crawling = false;
  }

private:
  coro::mutex mutex;
  coro::semaphore<4> turns{4};
  int size = 0;
  int open = 0;
  bool crawling = false;
};
