// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check --std=c++23 '--checks=-*,async-blocking-call' %s
// Standard functions that call what they are given before they return.
#include "Inputs/task.h"
#include <algorithm>
#include <functional>
#include <mutex>
#include <thread>
#include <unistd.h>
#include <vector>

void nap() { usleep(10); }
void rest(int time) { usleep(time); }
void count(int) {}
struct device {
  void reset() { usleep(10); }
  void look() {}
};
struct sleeper {
  void operator()(int time) const { usleep(time); }
};

co::task<> invoked(device d) {
  std::invoke(nap);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: call to {{.*}} blocks the thread in coroutine 'invoked': it reaches 'usleep', which {{.*}} [async-blocking-call]
  std::invoke([](int time) { usleep(time); }, 5);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: call to 'usleep' blocks the thread in coroutine 'invoked': it {{.*}} [async-blocking-call]
  std::invoke(&device::reset, d);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: call to {{.*}} blocks the thread in coroutine 'invoked': it reaches 'usleep', which {{.*}} [async-blocking-call]
  std::invoke(&usleep, 5);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: call to {{.*}} blocks the thread in coroutine 'invoked': it {{.*}} [async-blocking-call]
  std::apply(rest, std::tuple(5));
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: call to {{.*}} blocks the thread in coroutine 'invoked': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> forEach(std::vector<int> times) {
  std::for_each(times.begin(), times.end(), [](int time) { usleep(time); });
// CHECK-MESSAGES: :[[@LINE-1]]:60: warning: call to 'usleep' blocks the thread in coroutine 'forEach': it {{.*}} [async-blocking-call]
  std::for_each(times.begin(), times.end(), sleeper());
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: call to {{.*}} blocks the thread in coroutine 'forEach': it reaches 'usleep', which {{.*}} [async-blocking-call]
  std::for_each(times.begin(), times.end(), rest);
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: call to {{.*}} blocks the thread in coroutine 'forEach': it reaches 'usleep', which {{.*}} [async-blocking-call]
  std::sort(times.begin(), times.end(), [](int a, int b) {
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in coroutine 'forEach': it {{.*}} [async-blocking-call]
    return a < b;
  });
  co_return;
}

std::once_flag once;
co::task<> calledOnce() {
  std::call_once(once, nap);
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: call to {{.*}} blocks the thread in coroutine 'calledOnce': it reaches 'usleep', which {{.*}} [async-blocking-call]
  std::call_once(once, [] { nap(); });
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: call to {{.*}} blocks the thread in coroutine 'calledOnce': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> bound() {
  std::bind(rest, 5)();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to {{.*}} blocks the thread in coroutine 'bound': it reaches 'usleep', which {{.*}} [async-blocking-call]
  auto later = std::bind(rest, std::placeholders::_1);
  later(5);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to {{.*}} blocks the thread in coroutine 'bound': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> fine(std::vector<int> times, device d) {
  std::invoke(count, 1);
  std::invoke([](int) {}, 5);
  std::invoke(&device::look, d);
  std::apply(count, std::tuple(5));
  std::for_each(times.begin(), times.end(), [](int) {});
  std::for_each(times.begin(), times.end(), count);
  std::sort(times.begin(), times.end(), [](int a, int b) { return a < b; });
  std::call_once(once, [] { count(1); });
  std::bind(count, 5)();
  auto never = std::bind(rest, 5);
  auto *address = &rest;
  (void)address;
  std::thread(std::bind(rest, 5)).detach();
  std::thread(never).detach();
  co_return;
}
