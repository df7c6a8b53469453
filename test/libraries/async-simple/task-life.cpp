// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/async-simple '--checks=async-*,-async-unbounded-*,-async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A search service on async_simple: a Lazy does nothing until somebody awaits or
// starts it.
#include <async_simple/Future.h>
#include <async_simple/Promise.h>
#include <async_simple/coro/Collect.h>
#include <async_simple/coro/FutureAwaiter.h>
#include <async_simple/coro/Generator.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/Mutex.h>
#include <async_simple/coro/Semaphore.h>
#include <async_simple/coro/Sleep.h>
#include <async_simple/coro/SpinLock.h>
#include <async_simple/coro/SyncAwait.h>
#include <async_simple/executors/SimpleExecutor.h>
#include <async_simple/uthread/Async.h>
#include <chrono>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using async_simple::Executor;
using async_simple::Future;
using async_simple::Try;
using async_simple::coro::Lazy;

Lazy<int> search(std::string word);
Lazy<> remember(std::string word);
Lazy<> rememberNumber(int number);
Future<int> askRemote(std::string word);

// What people write.

Lazy<int> searchTwice(std::string word) {
  remember(word);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'remember' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto again = search(word);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'search', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'again' is lost at this 'co_return'
  if (int hits = co_await search(word))
    co_return hits;
  co_return co_await std::move(again);
}

Lazy<> searchLater(std::string word) {
  async_simple::coro::sleep(50ms);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'async_simple::coro::sleep' is never awaited: it never runs [async-unawaited-task]
  auto hits = askRemote(word);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'askRemote', kept in 'hits', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  askRemote(word + "s");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'askRemote' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  co_await search(word);
}

Lazy<> searchAll(std::vector<std::string> words, Executor *workers) {
  std::vector<Lazy<int>> searches;
  for (const auto &word : words)
    searches.push_back(search(word));
  async_simple::coro::collectAll(std::move(searches));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'async_simple::coro::collectAll' is never awaited: it never runs [async-unawaited-task]
  auto either = async_simple::coro::collectAny(search("a"), search("b"));
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'async_simple::coro::collectAny', kept in 'either', is never awaited: it never runs [async-unawaited-task]
  search("c").via(workers);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'async_simple::coro::Lazy::via' is never awaited: it never runs [async-unawaited-task]
  co_return;
}

Lazy<> count(async_simple::coro::Mutex &mutex, async_simple::coro::SpinLock &spin,
             async_simple::coro::CountingSemaphore<> &searches, int &total) {
  auto lock = mutex.coScopedLock();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the lock from 'async_simple::coro::Mutex::coScopedLock', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  ++total;
  spin.coLock();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the lock from 'async_simple::coro::SpinLock::coLock' is never awaited: nothing is locked [async-unawaited-guard]
  ++total;
  spin.unlock();
  co_await mutex.coScopedLock();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'async_simple::coro::Mutex::coScopedLock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  ++total;
  searches.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the permit from 'async_simple::coro::CountingSemaphore::acquire' is never awaited: nothing is acquired [async-unawaited-guard]
  co_await search("all");
}

void warmUp(Executor *workers) {
  search("all").via(workers);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'async_simple::coro::Lazy::via' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:17: note: instead: return it, or start it on the event loop
  remember("all");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'remember' is never awaited: it never runs [async-unawaited-task]
}

Lazy<> index(std::string word) {
  if (word.empty())
    throw std::invalid_argument("nothing to index");
  co_await remember(word);
}

void indexAll(std::vector<std::string> words, Executor *workers) {
  for (const auto &word : words)
    index(word).via(workers).detach();
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'index' is started by 'async_simple::coro::RescheduleLazy::detach' and nobody sees its errors: an exception leaves through the executor's thread and ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-8]]:5: note: this exception leaves 'index'
  async_simple::uthread::async(async_simple::uthread::Launch::Current, {workers}, [] { return 1; });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'async_simple::uthread::async' is dropped: the exception is only in the future [async-dropped-task-handle]
}

void onQuery(std::vector<std::function<void(int)>> &handlers, Executor *workers) {
  handlers.push_back([](int word) -> Lazy<> { co_await remember(std::to_string(word)); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back(rememberNumber);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that 'rememberNumber' returns: it never runs [async-erased-task]
  workers->schedule([]() -> Lazy<> { co_await remember("all"); });
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

Lazy<int> searchTwiceAtMost(std::string word, Executor *workers) {
  co_await remember(word);
  auto again = search(word);
  auto first = co_await search(word).coAwaitTry();
  if (first.hasError())
    co_return co_await std::move(again);
  std::move(again).via(workers).start([](Try<int>) {});
  co_return first.value();
}

Lazy<int> searchEverything(std::vector<std::string> words, Executor *workers) {
  std::vector<Lazy<int>> searches;
  for (const auto &word : words)
    searches.push_back(search(word));
  auto all = co_await async_simple::coro::collectAllWindowed(8, false, std::move(searches));
  auto both = async_simple::coro::collectAll(search("a"), search("b"));
  auto [a, b] = co_await std::move(both);
  auto first = co_await async_simple::coro::collectAny(search("c"), search("d"));
  int remote = co_await askRemote("e");
  co_return a.value() + b.value() + remote + static_cast<int>(all.size() + first.index());
}

Lazy<> countInTurn(async_simple::coro::Mutex &mutex, async_simple::coro::SpinLock &spin,
                   async_simple::coro::CountingSemaphore<> &searches, int &total) {
  {
    auto lock = co_await mutex.coScopedLock();
    ++total;
  }
  co_await mutex.coLock();
  mutex.unlock();
  co_await spin.coLock();
  spin.unlock();
  if (mutex.tryLock())
    mutex.unlock();
  co_await searches.acquire();
  co_await search("all");
  co_await searches.release();
}

Lazy<> indexCarefully(std::string word) {
  try {
    co_await index(word);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

// A Lazy that is started with a callback tells it how it ended.
void indexAllCarefully(std::vector<std::string> words, Executor *workers) {
  for (const auto &word : words)
    indexCarefully(word).via(workers).detach();
  index("all").via(workers).start([](Try<void> result) {
    if (result.hasError())
      std::cerr << "nothing indexed\n";
  });
  index("one").start([](Try<void>) {});
}

// An ordinary function can only start what it does not hand on.
Future<int> askAndLog(std::string word, Executor *workers) {
  askRemote("log");
  return askRemote(word).via(workers).thenValue([](int hits) { return hits + 1; });
}

void onQueryRemember(std::vector<std::function<void(int)>> &handlers, Executor *workers) {
  handlers.push_back([workers](int word) { rememberNumber(word).via(workers).detach(); });
  std::function<Lazy<int>(std::string)> ask = search;
  async_simple::coro::syncAwait(ask("all"));
}

async_simple::coro::Generator<std::string> words() {
  co_yield "a";
  co_yield "b";
}

int main() {
  async_simple::executors::SimpleExecutor workers(4);
  auto all = search("all").via(&workers);
  words();
  return async_simple::coro::syncAwait(std::move(all)) +
         async_simple::coro::syncAwait(search("more"));
}
