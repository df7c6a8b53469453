// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// get() does not block where a poll has shown, on every path, that the result
// is there.
#include "Inputs/task.h"
#include <chrono>
#include <future>

using namespace std::chrono_literals;

co::task<int> neverAsked(std::future<int> f) {
  co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: call to 'std::future::get' blocks the thread in coroutine 'neverAsked': it {{.*}} [async-blocking-call]
}

co::task<int> asked(std::future<int> f) {
  if (f.wait_for(0s) == std::future_status::ready)
    co_return f.get();
  co_return 0;
}

co::task<int> askedTheOtherWay(std::future<int> f) {
  if (std::future_status::ready == f.wait_for(std::chrono::seconds(0)))
    co_return f.get();
  co_return 0;
}

co::task<int> leavesEarly(std::future<int> f) {
  if (f.wait_for(0s) != std::future_status::ready)
    co_return 0;
  co_return f.get();
}

co::task<int> asksUntil(std::future<int> f) {
  while (f.wait_for(0s) != std::future_status::ready)
    co_await co::event();
  co_return f.get();
}

co::task<int> asksAndMore(std::future<int> f, bool wanted) {
  if (wanted && f.wait_for(0s) == std::future_status::ready)
    co_return f.get();
  co_return 0;
}

co::task<int> inANamedResult(std::future<int> f) {
  auto status = f.wait_for(0s);
  if (status == std::future_status::ready)
    co_return f.get();
  co_return 0;
}

co::task<int> wrongAnswer(std::future<int> f) {
  if (f.wait_for(0s) == std::future_status::timeout)
    co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to 'std::future::get' blocks the thread in coroutine 'wrongAnswer': it {{.*}} [async-blocking-call]
  co_return 0;
}

co::task<int> otherBranch(std::future<int> f) {
  if (f.wait_for(0s) == std::future_status::ready)
    co_return 0;
  else
    co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to 'std::future::get' blocks the thread in coroutine 'otherBranch': it {{.*}} [async-blocking-call]
}

co::task<int> askedAnother(std::future<int> f, std::future<int> g) {
  if (g.wait_for(0s) == std::future_status::ready)
    co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to 'std::future::get' blocks the thread in coroutine 'askedAnother': it {{.*}} [async-blocking-call]
  co_return 0;
}

co::task<int> onOnePathOnly(std::future<int> f, bool careful) {
  if (careful && f.wait_for(0s) != std::future_status::ready)
    co_return 0;
  co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: call to 'std::future::get' blocks the thread in coroutine 'onOnePathOnly': it {{.*}} [async-blocking-call]
}

co::task<int> replacedSince(std::future<int> f, std::future<int> g) {
  if (f.wait_for(0s) != std::future_status::ready)
    co_return 0;
  f = std::move(g);
  co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: call to 'std::future::get' blocks the thread in coroutine 'replacedSince': it {{.*}} [async-blocking-call]
}

co::task<int> orSomethingElse(std::future<int> f, bool hurry) {
  if (hurry || f.wait_for(0s) == std::future_status::ready)
    co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to 'std::future::get' blocks the thread in coroutine 'orSomethingElse': it {{.*}} [async-blocking-call]
  co_return 0;
}
