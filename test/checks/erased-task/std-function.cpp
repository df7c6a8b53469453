// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A std::function without a result throws the task away that its callable
// returns.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

co::task<> tick();
co::task<int> count(int from);
void onTimer(std::function<void()> callback);
void onMessage(const std::function<void(std::string)> &callback);

void variables() {
  std::function<void()> f = []() -> co::task<> { co_return; };
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  std::function<void()> g(tick);
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'std::function<void ()>' drops the task that 'tick' returns: it never runs [async-erased-task]
  std::function<void(int)> h{&count};
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'std::function<void (int)>' drops the task that 'count' returns: it never runs [async-erased-task]
  f = tick;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'std::function<void ()>' drops the task that 'tick' returns: it never runs [async-erased-task]
  g = [] { return tick(); };
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  auto later = [](int) -> co::task<> { co_return; };
  h = later;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'std::function<void (int)>' drops the task that {{.*}} returns: it never runs [async-erased-task]
}

co::task<> arguments(int step) {
  onTimer([]() -> co::task<> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  onTimer(tick);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'std::function<void ()>' drops the task that 'tick' returns: it never runs [async-erased-task]
  onMessage([&step](std::string text) -> co::task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'std::function<void {{.*}}>' drops the task that this lambda returns: it never runs [async-erased-task]
    step += co_await count(int(text.size()));
  });
  co_return;
}

struct ticker {
  co::task<> operator()() const;
};

class button {
public:
  button() : pressed_([]() -> co::task<> { co_return; }) {}
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  void connect() {
    released_ = [this] { return animate(); };
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
    all_.push_back(tick);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'std::function<void ()>' drops the task that 'tick' returns: it never runs [async-erased-task]
    pressed_ = ticker();
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'std::function<void ()>' drops the task that {{.*}} returns: it never runs [async-erased-task]
  }

private:
  co::task<> animate();
  std::function<void()> pressed_;
  std::function<void()> released_;
  std::vector<std::function<void()>> all_;
};

std::function<void()> returned() {
  return tick;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'std::function<void ()>' drops the task that 'tick' returns: it never runs [async-erased-task]
}

// Kept.

co::task<> withATaskAsResult() {
  std::function<co::task<>()> f = tick;
  std::function<co::task<>()> g = []() -> co::task<> { co_return; };
  std::function<co::task<int>(int)> h = count;
  co_await f();
  co_await g();
  co_await h(1);
}

own::lazy<> pending;
own::lazy<> work();
void run(co::task<> task);

void withNothingToDrop() {
  std::function<void()> f = [] {};
  f = [] { run(tick()); };
  f = [] { pending = work(); };
  f = nullptr;
  std::function<int()> g = [] { return 1; };
  std::function<void()> h = g;
  onTimer(f);
  onTimer({});
}

std::function<void()> givenOn(std::function<void()> callback) { return callback; }

void coroutinesMeantForIt() {
  onTimer([]() -> co::detached { co_return; });
  std::function<void()> f = []() -> co::detached { co_await co::event(); };
}
