// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/async-simple
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A search service on async_simple: what its Lazy coroutines wait for, every
// other query on the same thread of the executor waits for too.
#include <async_simple/Future.h>
#include <async_simple/Promise.h>
#include <async_simple/coro/Collect.h>
#include <async_simple/coro/Dispatch.h>
#include <async_simple/coro/FutureAwaiter.h>
#include <async_simple/coro/Generator.h>
#include <async_simple/coro/Latch.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/Mutex.h>
#include <async_simple/coro/Sleep.h>
#include <async_simple/coro/SpinLock.h>
#include <async_simple/coro/SyncAwait.h>
#include <async_simple/executors/SimpleExecutor.h>
#include <async_simple/uthread/Async.h>
#include <async_simple/util/Condition.h>
#include <async_simple/util/ThreadPool.h>
#include <chrono>
#include <fstream>
#include <netdb.h>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace std::chrono_literals;
using async_simple::Future;
using async_simple::Promise;
using async_simple::Try;
using async_simple::coro::Lazy;

Lazy<int> search(std::string word);
Future<int> askRemote(std::string word);

// Sleeping and reading.

Lazy<int> searchAgain(std::string word) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (int hits = co_await search(word))
      co_return hits;
    std::this_thread::sleep_for(50ms);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'searchAgain': it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await async_simple::coro::sleep(...)
  }
  co_return 0;
}

Lazy<int> searchAgainWithoutWaiting(std::string word) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (int hits = co_await search(word))
      co_return hits;
    co_await async_simple::coro::sleep(50ms);
  }
  co_return 0;
}

int postings(const std::string &word) {
  std::ifstream index("index/" + word);
  int count = 0;
  return index >> count ? count : 0;
}

Lazy<int> count(std::string word) {
  co_return postings(word);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'postings' blocks the thread in coroutine 'count': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:13: note: instead: co_await async_simple::coro::dispatch(pool) before it, or submit it to the IOExecutor
}

// A coroutine that moves to another executor knows why.
Lazy<int> countOnPool(std::string word, async_simple::Executor *pool) {
  co_await async_simple::coro::dispatch(pool);
  co_return postings(word);
}

Lazy<int> countLate(std::string word, async_simple::Executor *pool, bool large) {
  if (large)
    co_await async_simple::coro::dispatch(pool);
  co_return postings(word);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'postings' blocks the thread in coroutine 'countLate': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

// Waiting for coroutines and futures.

Lazy<int> searchBoth(std::string first, std::string second) {
  int hits = async_simple::coro::syncAwait(search(first));
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: call to 'async_simple::coro::syncAwait' blocks the thread in coroutine 'searchBoth': it waits until the coroutine is done [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:14: note: instead: co_await the Lazy itself
  Future<int> remote = askRemote(second);
  co_return hits + std::move(remote).get();
// CHECK-MESSAGES: :[[@LINE-1]]:38: warning: call to 'async_simple::Future::get' blocks the thread in coroutine 'searchBoth': it waits until the result is there [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:38: note: instead: co_await std::move(future)
}

Lazy<int> searchBothWithoutWaiting(std::string first, std::string second) {
  auto [one, other] = co_await async_simple::coro::collectAll(search(first), search(second));
  int remote = co_await askRemote(first);
  co_return one.value() + other.value() + remote;
}

Lazy<int> remoteIfThere(std::string word) {
  Future<int> remote = askRemote(word);
  co_await async_simple::coro::sleep(5ms);
  if (!remote.hasResult())
    co_return 0;
  remote.wait();
  co_return std::move(remote).get();
}

Lazy<int> refresh(async_simple::executors::SimpleExecutor *own) {
  co_return async_simple::coro::syncAwait(search("all"), own);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'async_simple::coro::syncAwait' deadlocks coroutine 'refresh': it waits for the executor that this code runs on [async-blocking-call]
}

void startRefresh(async_simple::executors::SimpleExecutor *workers) {
  refresh(workers).via(workers).start([](Try<int>) {});
}

int main() {
  async_simple::executors::SimpleExecutor workers(4);
  return async_simple::coro::syncAwait(search("all"), &workers);
}

// Threads and events.

Lazy<> warmUp() {
  async_simple::util::Condition done;
  std::thread loader([&done] {
    postings("all");
    done.release();
  });
  done.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'async_simple::util::Condition::acquire' blocks the thread in coroutine 'warmUp': it waits until the semaphore has a permit [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:8: note: instead: co_await an async_simple::coro::ConditionVariable or Latch
  async_simple::util::ThreadPool helpers(2);
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: destroying 'async_simple::util::ThreadPool' blocks the thread in coroutine 'warmUp': it waits in its destructor until its threads have done all their work [async-blocking-call]
  helpers.scheduleById([] { postings("more"); });
  loader.detach();
  co_return;
}

Lazy<int> warmUpWithoutWaiting(async_simple::util::ThreadPool &helpers) {
  Promise<int> done;
  Future<int> loaded = done.getFuture();
  helpers.scheduleById([done = std::move(done)]() mutable { done.setValue(postings("all")); });
  co_return co_await std::move(loaded);
}

Lazy<> together(async_simple::coro::Latch &latch, async_simple::coro::Mutex &mutex,
                async_simple::coro::SpinLock &spin, int &total) {
  {
    auto lock = co_await mutex.coScopedLock();
    ++total;
  }
  spin.lock();
  ++total;
  spin.unlock();
  co_await latch.count_down();
  co_await latch.wait();
}

// Callbacks, and stackful coroutines, run on the executor as well.

void remember(int hits) { std::ofstream("hits", std::ios::app) << hits; }

void startSearch(std::string word, async_simple::Executor *workers) {
  search(word).via(workers).start([](Try<int> hits) { remember(hits.value()); });
// CHECK-MESSAGES: :[[@LINE-1]]:55: warning: call to 'remember' blocks the thread in a callback of the event loop: it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  search(word).start([&word](Try<int> hits) { word += std::to_string(hits.value()); });
  askRemote(word).via(workers).thenValue([](int) { return usleep(10); });
// CHECK-MESSAGES: :[[@LINE-1]]:59: warning: call to 'usleep' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
  askRemote(word).thenValue([](int) { return usleep(10); }); // in the client's thread
  async_simple::uthread::async<async_simple::uthread::Launch::Schedule>(
      [] {
        addrinfo *found = nullptr;
        getaddrinfo("mirror", "http", nullptr, &found);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to 'getaddrinfo' blocks the thread in a callback of the event loop: it waits for a name server [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:9: note: instead: co_await async_simple::coro::dispatch(pool) before it
      },
      workers);
  async_simple::uthread::async<async_simple::uthread::Launch::Schedule>(
      [word] { return word.size(); }, workers);
  workers->schedule([] { postings("all"); }); // whatever these workers are for
}

// A generator runs in whoever asks it for the next word.

async_simple::coro::Generator<std::string> words() {
  std::ifstream list("words");
  for (std::string word; list >> word;)
    co_yield word;
}

int countWords() {
  int count = 0;
  for (std::string word : words())
    count += !word.empty();
  return count;
}

Lazy<int> all() {
  co_return countWords();
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'countWords' blocks the thread in coroutine 'all': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}
