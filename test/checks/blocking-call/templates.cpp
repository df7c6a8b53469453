// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One finding per place of the source, however often it is instantiated.
#include "Inputs/task.h"
#include <chrono>
#include <thread>
#include <unistd.h>

template <typename D> void pause(D time) { std::this_thread::sleep_for(time); }

template <typename T> co::task<T> manyTimes(T value) {
  usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'manyTimes': it {{.*}} [async-blocking-call]
  pause(std::chrono::milliseconds(5));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'pause' blocks the thread in coroutine 'manyTimes': it reaches 'std::this_thread::sleep_for', which {{.*}} [async-blocking-call]
  co_return value;
}

template <typename T> struct box {
  T value;
  co::task<> wait() {
    std::this_thread::sleep_for(value);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'box::wait': it {{.*}} [async-blocking-call]
    co_return;
  }
  void rest() { std::this_thread::sleep_for(value); }
};

// Never instantiated: what does not depend on its parameters is still known.
template <typename T> co::task<> never(T value) {
  usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'never': it {{.*}} [async-blocking-call]
  value.wait();
  co_return;
}

// Which function is called depends on the argument.
struct quick {
  void wait() {}
};
struct slow {
  void wait() { usleep(10); }
};
template <typename T> co::task<> depends(T t) {
  t.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'slow::wait' blocks the thread in coroutine 'depends': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}
template <typename T> co::task<> alwaysQuick(T t) {
  t.wait();
  co_return;
}

template <typename... Ts> co::task<> packs(Ts... times) {
  (usleep(times), ...);
// CHECK-MESSAGES: :[[@LINE-1]]:4: warning: call to 'usleep' blocks the thread in coroutine 'packs': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> uses() {
  co_await manyTimes(1);
  co_await manyTimes(2L);
  co_await manyTimes('c');
  box<std::chrono::seconds> a{};
  box<std::chrono::milliseconds> b{};
  co_await a.wait();
  co_await b.wait();
  a.rest();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'box::rest' blocks the thread in coroutine 'uses': it reaches 'std::this_thread::sleep_for', which {{.*}} [async-blocking-call]
  co_await depends(quick());
  co_await depends(slow());
  co_await alwaysQuick(quick());
  co_await packs(1, 2, 3);
}

template <typename T> void plain(T t) { usleep(t); }
void instantiates() { plain(1); }
