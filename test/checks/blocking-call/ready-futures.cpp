// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// get() does not block where a poll has shown, on every path, that the result
// is there.
#include "Inputs/task.h"
#include <chrono>
#include <future>
#include <memory>
#include <vector>

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

// All that the variable is ever given is a poll of this future, or another
// value than the one that was asked for.
co::task<int> assignedResult(std::future<int> f) {
  std::future_status status;
  do {
    co_await co::event();
    status = f.wait_for(0s);
  } while (status != std::future_status::ready);
  co_return f.get();
}

co::task<int> assignedLater(std::future<int> f) {
  auto status = std::future_status::timeout;
  while (status != std::future_status::ready) {
    co_await co::event();
    status = f.wait_for(0s);
  }
  co_return f.get();
}

co::task<int> assignedOther(std::future<int> f, std::future<int> other) {
  auto status = f.wait_for(0s);
  status = other.wait_for(0s);
  if (status == std::future_status::ready)
    co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to 'std::future::get' blocks the thread in coroutine 'assignedOther': it {{.*}} [async-blocking-call]
  co_return 0;
}

co::task<int> switches(std::future<int> f) {
  switch (f.wait_for(0s)) {
  case std::future_status::ready:
    co_return f.get();
  default:
    co_return f.get();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to 'std::future::get' blocks the thread in coroutine 'switches': it {{.*}} [async-blocking-call]
  }
}

co::task<int> pointsTo(std::vector<std::future<int>> all,
                       std::unique_ptr<std::future<int>> one) {
  for (auto it = all.begin(); it != all.end(); ++it)
    if (it->wait_for(0s) == std::future_status::ready)
      co_return it->get();
  if (one->wait_for(0s) == std::future_status::ready)
    co_return (*one).get();
  co_return one->get();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: call to 'std::future::get' blocks the thread in coroutine 'pointsTo': it {{.*}} [async-blocking-call]
}
