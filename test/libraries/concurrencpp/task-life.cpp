// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/concurrencpp
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A text editor on concurrencpp: a lazy_result that nobody awaits never runs, and
// the exception of a result that nobody keeps is lost.
#include <chrono>
#include <concurrencpp/concurrencpp.h>
#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using concurrencpp::executor_tag;
using concurrencpp::lazy_result;
using concurrencpp::null_result;
using concurrencpp::result;
using concurrencpp::runtime;
using concurrencpp::shared_result;
using concurrencpp::thread_pool_executor;

lazy_result<int> find(std::string word);
lazy_result<void> highlight(std::string word);
result<int> replace(std::string word, std::string other);
result<void> save(executor_tag, std::shared_ptr<thread_pool_executor> pool, int page);

// What people write.

result<int> findAndReplace(std::string word) {
  highlight(word);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'highlight' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  replace(word, "");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'replace' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  auto again = find(word);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'find', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'again' is lost at this 'co_return'
  if (int found = co_await find(word))
    co_return found;
  auto replaced = replace(word, "?");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'replace', kept in 'replaced', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  co_return co_await again;
}

result<void> blink(runtime &runtime, std::string word) {
  runtime.timer_queue()->make_delay_object(100ms, runtime.thread_pool_executor());
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'concurrencpp::timer_queue::make_delay_object' is never awaited: it never runs [async-unawaited-task]
  concurrencpp::resume_on(runtime.background_executor());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'concurrencpp::resume_on' is never awaited: it never runs [async-unawaited-task]
  concurrencpp::when_all(runtime.thread_pool_executor(), find("a"), find("b"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'concurrencpp::when_all' is never awaited: it never runs [async-unawaited-task]
  auto pool = runtime.thread_pool_executor();
  auto first = concurrencpp::when_any(pool, replace("a", "b"), replace("c", "d"));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'concurrencpp::when_any', kept in 'first', is never awaited: it never runs [async-unawaited-task]
  co_await highlight(word);
}

result<int> count(runtime &runtime, concurrencpp::async_lock &lock, int &words) {
  auto guard = lock.lock(runtime.thread_pool_executor());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the lock from 'concurrencpp::async_lock::lock', kept in 'guard', is never awaited: nothing is locked [async-unawaited-guard]
  ++words;
  co_await lock.lock(runtime.thread_pool_executor());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'concurrencpp::async_lock::lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  ++words;
  co_return words;
}

result<void> highlightAll(std::vector<std::string> words) {
  std::vector<lazy_result<void>> highlights;
  for (const auto &word : words)
    highlights.push_back(highlight(word));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'highlight', kept in 'highlights', is never awaited: it never runs [async-unawaited-task]
  co_await find("all");
}

void open(runtime &runtime, std::string word) {
  highlight(word);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'highlight' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  highlight(word).run();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the future from 'concurrencpp::lazy_result::run' is dropped: the exception is only in the result [async-dropped-task-handle]
  runtime.background_executor()->submit([] { return 1; });
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: the future from 'concurrencpp::thread_pool_executor::submit' is dropped: the exception is only in the result [async-dropped-task-handle]
  auto counted = runtime.background_executor()->submit([] { return 2; });
// CHECK-MESSAGES: :[[@LINE-1]]:49: warning: the future from 'concurrencpp::thread_pool_executor::submit', kept in 'counted', is never used: the exception is only in the result [async-dropped-task-handle]
}

lazy_result<void> format(int page) {
  if (page < 0)
    throw std::out_of_range("no such page");
  co_await highlight(std::to_string(page));
}

result<void> formatAll(int pages) {
  for (int page = 0; page < pages; ++page)
    (void)format(page);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the task from 'format' is never awaited: it never runs [async-unawaited-task]
  auto last = format(pages);
  co_await std::move(last);
  co_await std::move(last);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'last' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void onKey(std::vector<std::function<void(int)>> &handlers) {
  handlers.push_back([](int page) -> lazy_result<void> { co_await format(page); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back(format);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that 'format' returns: it never runs [async-erased-task]
}

// What is right.

result<int> findAndReplaceAll(std::string word) {
  co_await highlight(word);
  auto replacing = replace(word, "");
  auto found = find(word);
  int replaced = co_await replacing;
  co_return replaced + co_await found;
}

result<void> blinkTwice(runtime &runtime, std::string word) {
  auto pool = runtime.thread_pool_executor();
  co_await runtime.timer_queue()->make_delay_object(100ms, pool);
  co_await concurrencpp::resume_on(runtime.background_executor());
  auto both = concurrencpp::when_all(pool, find("a"), find("b"));
  auto [a, b] = co_await both;
  auto first = co_await concurrencpp::when_any(pool, replace("a", "b"), replace("c", "d"));
  auto shown = highlight(word).run();
  co_await shown;
}

result<int> countInTurn(runtime &runtime, concurrencpp::async_lock &lock, int &words) {
  auto guard = co_await lock.lock(runtime.thread_pool_executor());
  ++words;
  if (co_await lock.try_lock())
    lock.unlock();
  co_return words;
}

// What is shared may be awaited by everybody.
result<int> twice(std::string word) {
  shared_result<int> replaced = replace(word, "");
  int first = co_await replaced;
  co_return first + co_await replaced;
}

result<int> ifReady(std::string word) {
  auto replaced = replace(word, "");
  if (replaced.status() == concurrencpp::result_status::idle)
    co_return 0;
  co_return co_await replaced;
}

result<void> highlightEverything(std::vector<std::string> words) {
  std::vector<lazy_result<void>> highlights;
  for (const auto &word : words)
    highlights.push_back(highlight(word));
  for (auto &each : highlights)
    co_await each;
}

// There to be dropped: nobody asks it for anything.
null_result formatLater(executor_tag, std::shared_ptr<thread_pool_executor>, int page) {
  try {
    co_await format(page);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

// Started where it is called; what comes of it is on the disk.
void saveAll(std::shared_ptr<thread_pool_executor> pool, int pages) {
  for (int page = 0; page < pages; ++page)
    save({}, pool, page);
  formatLater({}, pool, 0);
  pool->post([pool] { save({}, pool, 1); });
}

class Editor {
public:
  void start(int page) { formatting = format(page).run(); }
  result<void> finish() { co_await formatting; }
  result<int> replaceLater(std::string word) {
    return pool->submit([word] { return static_cast<int>(word.size()); });
  }
  lazy_result<int> findAgain() { return find(last); }

private:
  std::shared_ptr<thread_pool_executor> pool;
  result<void> formatting;
  std::string last;
};

void onKeyInOrder(std::vector<std::function<void(int)>> &handlers,
                  std::shared_ptr<thread_pool_executor> pool) {
  handlers.push_back([pool](int page) { formatLater({}, pool, page); });
  handlers.push_back([pool](int page) { return save({}, pool, page); });
  std::function<lazy_result<void>(int)> formats = format;
  formats(1).run().get();
}

concurrencpp::generator<int> pages() {
  co_yield 1;
  co_yield 2;
}

int main() {
  runtime runtime;
  pages();
  auto replaced = replace("a", "b");
  return findAndReplace("c").get() + replaced.get();
}
