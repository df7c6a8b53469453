// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/concurrencpp '--checks=async-*,-async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A text editor on concurrencpp: a coroutine goes on in the thread that has
// completed what it waited for.
#include <chrono>
#include <concurrencpp/concurrencpp.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using concurrencpp::executor_tag;
using concurrencpp::lazy_result;
using concurrencpp::null_result;
using concurrencpp::result;
using concurrencpp::runtime;
using concurrencpp::thread_pool_executor;

lazy_result<int> find(std::string word);
result<void> save(int page);

struct Text {
  std::mutex mutex;
  concurrencpp::async_lock async;
  std::map<std::string, int> found;
};

// What people write.

result<int> findOnce(Text &text, std::string word) {
  std::lock_guard lock(text.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'findOnce' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+5]]:21: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: co_await a concurrencpp::async_lock's lock(executor), or keep the locked part short
  auto [entry, added] = text.found.try_emplace(word, 0);
  if (added)
    entry->second = co_await find(word);
  co_return entry->second;
}

lazy_result<void> clear(Text &text, runtime &runtime) {
  std::unique_lock lock(text.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'clear' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  co_await concurrencpp::resume_on(runtime.background_executor());
  text.found.clear();
}

null_result saveAll(executor_tag, std::shared_ptr<thread_pool_executor> pool, Text &text) {
  text.mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: mutex 'mutex' is held while coroutine 'saveAll' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  for (const auto &[word, page] : text.found)
    co_await save(page);
  text.mutex.unlock();
}

result<void> blink(Text &text, runtime &runtime) {
  std::scoped_lock lock(text.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'blink' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
  co_await runtime.timer_queue()->make_delay_object(100ms, runtime.thread_pool_executor());
}

// The same, without waiting for anything under the lock, or with one that is
// awaited.

result<int> findFirst(Text &text, std::string word) {
  int page = co_await find(word);
  std::lock_guard lock(text.mutex);
  text.found[word] = page;
  co_return page;
}

lazy_result<void> clearThere(Text &text, runtime &runtime) {
  co_await concurrencpp::resume_on(runtime.background_executor());
  std::unique_lock lock(text.mutex);
  text.found.clear();
}

result<void> saveUnderAnAsynchronousLock(std::shared_ptr<thread_pool_executor> pool, Text &text) {
  auto lock = co_await text.async.lock(pool);
  for (const auto &[word, page] : text.found)
    co_await save(page);
}

result<void> unlockedEarly(std::shared_ptr<thread_pool_executor> pool, Text &text) {
  auto lock = co_await text.async.lock(pool);
  text.found.clear();
  lock.unlock();
  co_await save(0);
}

result<void> tried(Text &text) {
  if (co_await text.async.try_lock()) {
    co_await save(1);
    text.async.unlock();
  }
}
