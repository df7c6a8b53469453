// RUN: %check %s -std=c++23 --stdlib=libstdc++
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::move_only_function, too, drops what a callable returns. (libc++ 19 has
// none.)
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <functional>
#include <utility>
#include <vector>

co::task<> tick();
void post(std::move_only_function<void()> job);
void repeat(std::move_only_function<void(int) const> job);

void drops(own::lazy<> work) {
  post([]() -> co::task<> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'std::move_only_function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  post(tick);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'std::move_only_function<void ()>' drops the task that 'tick' returns: it never runs [async-erased-task]
  post([work = std::move(work)]() mutable { return std::move(work); });
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'std::move_only_function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  repeat([](int) -> co::task<> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'std::move_only_function<void (int) const>' drops the task that this lambda returns: it never runs [async-erased-task]
  std::vector<std::move_only_function<void()>> jobs;
  jobs.emplace_back(tick);
// CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} drops the task that 'tick' returns: it never runs [async-erased-task]
}

co::task<> keeps(own::lazy<> work) {
  std::move_only_function<co::task<>()> f = tick;
  co_await f();
  std::move_only_function<own::lazy<>()> g = [work = std::move(work)]() mutable {
    return std::move(work);
  };
  co_await g();
  post([] {});
  post([]() -> co::detached { co_return; });
  std::vector<std::move_only_function<co::task<>()>> jobs;
  jobs.emplace_back(tick);
  for (auto &job : jobs)
    co_await job();
}
