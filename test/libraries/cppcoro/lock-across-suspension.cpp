// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/cppcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A server on cppcoro: a coroutine goes on in the thread that has completed what
// it waited for, and a std::mutex must be unlocked by the thread that locked it.
#include <chrono>
#include <cppcoro/async_generator.hpp>
#include <cppcoro/async_mutex.hpp>
#include <cppcoro/generator.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/shared_task.hpp>
#include <cppcoro/static_thread_pool.hpp>
#include <cppcoro/task.hpp>
#include <map>
#include <mutex>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using cppcoro::task;

task<int> count(std::string word);

struct Index {
  std::mutex mutex;
  cppcoro::async_mutex async;
  std::map<std::string, int> counts;
};

// What people write.

task<int> search(Index &index, std::string word) {
  std::lock_guard lock(index.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'search' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+5]]:21: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: co_await a cppcoro::async_mutex's scoped_lock_async(), or keep the locked part short
  auto [found, added] = index.counts.try_emplace(word, 0);
  if (added)
    found->second = co_await count(word);
  co_return found->second;
}

task<> prepare(Index &index, cppcoro::static_thread_pool &pool) {
  std::unique_lock lock(index.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'prepare' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  co_await pool.schedule();
  index.counts.clear();
}

task<> clearSlowly(Index &index, cppcoro::io_service &io) {
  index.mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: mutex 'mutex' is held while coroutine 'clearSlowly' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  co_await io.schedule_after(10ms);
  index.counts.clear();
  index.mutex.unlock();
}

cppcoro::shared_task<int> total(Index &index) {
  std::scoped_lock lock(index.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'total' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  int sum = 0;
  for (const auto &[word, known] : index.counts)
    sum += co_await count(word);
  co_return sum;
}

// The same, without waiting for anything under the lock, or with one that is
// awaited.

task<int> searchFirst(Index &index, std::string word) {
  int found = co_await count(word);
  std::lock_guard lock(index.mutex);
  index.counts[word] = found;
  co_return found;
}

task<> prepareFirst(Index &index, cppcoro::static_thread_pool &pool) {
  co_await pool.schedule();
  std::unique_lock lock(index.mutex);
  index.counts.clear();
}

task<int> searchUnderAnAsynchronousLock(Index &index, std::string word) {
  auto lock = co_await index.async.scoped_lock_async();
  int found = co_await count(word);
  index.counts[word] = found;
  co_return found;
}

task<> byHand(Index &index, std::string word) {
  co_await index.async.lock_async();
  index.counts[word] = co_await count(word);
  index.async.unlock();
}

task<> adopted(Index &index, std::string word) {
  if (!index.async.try_lock())
    co_await index.async.lock_async();
  std::lock_guard lock(index.async, std::adopt_lock);
  index.counts[word] = co_await count(word);
}
