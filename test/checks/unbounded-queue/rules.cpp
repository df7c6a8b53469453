// RUN: %check %s --rules=%S/Inputs/mail.yaml '--checks=-*,async-unbounded-queue'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Home-made channels, and what a rule file says of them.
#include "Inputs/task.h"

namespace mail {
template <typename T> struct channel {
  explicit channel(int name, int room = 0);
  co::event push(T item);
};
template <typename T> struct endless {
  co::event push(T item);
};
template <typename T> struct unknown {
  co::event push(T item);
};
template <typename T> struct rendezvous {
  explicit rendezvous(int room = 0);
  co::event push(T item);
};
} // namespace mail

co::task<> fill(int count) {
  mail::channel<int> named(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'named' has no limit: it grows while coroutine 'fill' puts in more than others take out [async-unbounded-queue]
  mail::channel<int> bounded(1, 100);
  mail::endless<int> endless;
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'endless' has no limit: it grows while coroutine 'fill' puts in more than others take out [async-unbounded-queue]
  mail::unknown<int> unknown;
  mail::rendezvous<int> waits;
  mail::rendezvous<int> huge(0x7fffffff);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'huge' has no limit: it grows while coroutine 'fill' puts in more than others take out [async-unbounded-queue]
  for (int i = 0; i < count; ++i) {
    co_await named.push(i);
    co_await bounded.push(i);
    co_await endless.push(i);
    co_await unknown.push(i);
    co_await waits.push(i);
    co_await huge.push(i);
  }
}
