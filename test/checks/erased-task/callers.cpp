// RUN: %check %s '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that call what they are given and look at no result.
#include "Inputs/task.h"
#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <mutex>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

co::task<> visit(int item);
co::task<> tick();
co::task<int> count(int from);
void keep(std::thread thread);

void drops(std::vector<int> items) {
  std::for_each(items.begin(), items.end(), [](int) -> co::task<> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: 'std::for_each' drops the task that this lambda returns: it never runs [async-erased-task]
  std::for_each(items.begin(), items.end(), visit);
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: 'std::for_each' drops the task that 'visit' returns: it never runs [async-erased-task]
  std::for_each_n(items.begin(), 1, [](int item) { return visit(item); });
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: 'std::for_each_n' drops the task that this lambda returns: it never runs [async-erased-task]
  std::ranges::for_each(items, [](int) -> co::task<> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'std::ranges::for_each' drops the task that this lambda returns: it never runs [async-erased-task]
  std::once_flag once;
  std::call_once(once, []() -> co::task<> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'std::call_once' drops the task that this lambda returns: it never runs [async-erased-task]
  std::thread thread([]() -> co::task<> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::thread' drops the task that this lambda returns: it never runs [async-erased-task]
  keep(std::thread(tick));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'std::thread' drops the task that 'tick' returns: it never runs [async-erased-task]
  keep(std::thread(&count, 1));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'std::thread' drops the task that 'count' returns: it never runs [async-erased-task]
  thread.join();
}

// Nothing to drop.

void plain(std::vector<int> items) {
  int sum = 0;
  std::for_each(items.begin(), items.end(), [&](int item) { sum += item; });
  std::ranges::for_each(items, [](int) -> co::detached { co_return; });
  std::thread thread([] {});
  thread.join();
}

// What is returned goes somewhere.

co::task<> carried(std::vector<int> items) {
  std::vector<co::task<int>> tasks;
  std::transform(items.begin(), items.end(), std::back_inserter(tasks), count);
  std::ranges::transform(items, std::back_inserter(tasks),
                         [](int item) -> co::task<int> { co_return item; });
  std::generate_n(std::back_inserter(tasks), 3, [] { return count(1); });
  for (auto &each : tasks)
    co_await each;
  co_await std::invoke(visit, 1);
  co_await std::apply(visit, std::make_tuple(1));
  std::future<co::task<int>> later = std::async(std::launch::deferred, count, 1);
  std::packaged_task<co::task<int>(int)> packaged(count);
  (void)later.valid();
  (void)packaged.valid();
}

template <typename F> auto submit(F f) -> std::future<decltype(f())>;
template <typename F> co::task<> retry(F f) { co_await f(); }
struct runner {
  template <typename F> runner(F) {}
};
void runs(runner work);
template <typename F> co::task<> callsTwice(F f) {
  co_await f();
  co_await f();
}

co::task<> handedToOthers() {
  std::future<co::task<>> later = submit(tick);
  (void)later.valid();
  co_await retry(tick);
  co_await callsTwice([]() -> co::task<> { co_return; });
  runs(tick);
  runs([]() -> co::task<> { co_return; });
}
