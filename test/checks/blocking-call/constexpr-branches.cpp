// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An arm of `if constexpr` that is not taken is not run; an ordinary `if` may.
#include "Inputs/task.h"
#include <type_traits>
#include <unistd.h>

constexpr bool kBlocking = false;

co::task<> discarded() {
  if constexpr (kBlocking)
    usleep(1);
  else
    co_await co::event();
  if constexpr (sizeof(int) == 4) {
    co_await co::event();
  } else {
    usleep(2);
  }
  if constexpr (!kBlocking)
    usleep(3);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in coroutine 'discarded': it {{.*}} [async-blocking-call]
}

template <bool Blocking> co::task<> byParameter() {
  if constexpr (Blocking)
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in coroutine 'byParameter': it {{.*}} [async-blocking-call]
  else
    co_await co::event();
}

template <typename T> co::task<> neverBlocking(T) {
  if constexpr (std::is_pointer_v<T>)
    usleep(1);
  co_return;
}

template <bool Blocking> void helper() {
  if constexpr (Blocking)
    usleep(1);
}

co::task<> uses(bool now) {
  co_await byParameter<true>();
  co_await byParameter<false>();
  co_await neverBlocking(1);
  helper<false>();
  helper<true>();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'helper' blocks the thread in coroutine 'uses': it reaches 'usleep', which {{.*}} [async-blocking-call]
  if (now)
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in coroutine 'uses': it {{.*}} [async-blocking-call]
}
