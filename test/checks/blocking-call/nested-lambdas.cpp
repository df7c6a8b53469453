// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lambda is a function of its own: its body counts where it is called.
#include "Inputs/task.h"
#include <algorithm>
#include <functional>
#include <thread>
#include <unistd.h>
#include <vector>

void anywhere(std::function<void()>);
template <typename F> void keeps(F f) { static std::function<void()> kept = f; }
template <typename F> void callsIt(F f) { f(); }

co::task<> notRunHere() {
  auto never = [] { usleep(10); };
  std::thread([] { usleep(10); }).detach();
  anywhere([] { usleep(10); });
  keeps([] { usleep(10); });
  std::function<void()> kept = [] { usleep(10); };
  anywhere(never);
  auto coroutine = []() -> co::task<> { co_return; };
  co_await coroutine();
}

co::task<> runHere(std::vector<int> times) {
  [] { usleep(10); }();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'usleep' blocks the thread in coroutine 'runHere': it {{.*}} [async-blocking-call]
  int result = [&] {
    return usleep(times.front());
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'usleep' blocks the thread in coroutine 'runHere': it {{.*}} [async-blocking-call]
  }();
  auto nap = [](int time) { return usleep(time); };
  nap(result);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to {{.*}} blocks the thread in coroutine 'runHere': it reaches 'usleep', which {{.*}} [async-blocking-call]
  std::for_each(times.begin(), times.end(), [](int t) { usleep(t); });
// CHECK-MESSAGES: :[[@LINE-1]]:57: warning: call to 'usleep' blocks the thread in coroutine 'runHere': it {{.*}} [async-blocking-call]
  std::for_each(times.begin(), times.end(), nap);
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: call to {{.*}} blocks the thread in coroutine 'runHere': it reaches 'usleep', which {{.*}} [async-blocking-call]
  callsIt([] { usleep(10); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'callsIt' blocks the thread in coroutine 'runHere': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> quietOnes(std::vector<int> times) {
  [] { (void)sizeof(int); }();
  auto count = [](int) {};
  count(1);
  std::for_each(times.begin(), times.end(), count);
  callsIt([] {});
  co_return;
}

// Captures are evaluated where the lambda is made.
co::task<> captures() {
  auto kept = [value = usleep(10)] { return value; };
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: call to 'usleep' blocks the thread in coroutine 'captures': it {{.*}} [async-blocking-call]
  anywhere([kept] { (void)kept; });
  co_return;
}
