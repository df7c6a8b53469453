// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/folly '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A cache on folly::coro: each Try holds what its task ended with.
#include <folly/coro/Collect.h>
#include <folly/coro/Task.h>
#include <folly/coro/ViaIfAsync.h>
#include <folly/futures/Future.h>

using folly::coro::Task;

Task<int> fetch(int key);
void use(int value);
folly::Future<int> ask(int key);

// Bugs.

Task<void> refresh() {
  co_await folly::coro::collectAllTry(fetch(1), fetch(2));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'folly::coro::collectAllTry' is dropped in coroutine 'refresh', so nobody learns which tasks failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it, or co_await folly::coro::collectAll(...), which throws the first error
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
  auto [first, second] =
      co_await folly::coro::collectAllTry(fetch(1), fetch(2));
  // CHECK-NOTES: :[[@LINE-1]]:7: warning: 'second' is never looked at, so nobody learns in coroutine 'refresh' which tasks of 'folly::coro::collectAllTry' failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:7: note: instead: look at it, or co_await folly::coro::collectAll(...), which throws the first error
  // CHECK-NOTES: :[[@LINE-3]]:7: note: if it does not matter, call it 'ignored'
  use(first.value());
}

Task<int> refreshOne(int key) {
  auto result = co_await folly::coro::co_awaitTry(fetch(key));
  // CHECK-NOTES: :[[@LINE-1]]:17: warning: 'result' is never asked for an error, so coroutine 'refreshOne' ends as if 'fetch' had succeeded [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:17: note: instead: look at it, or co_await it without co_awaitTry, which throws the error
  // CHECK-NOTES: :[[@LINE-3]]:17: note: if it does not matter, call it 'ignored'
  co_return key;
}

Task<void> leavesTheOthers() {
  co_await folly::collect(ask(1), ask(2));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: when one task of 'folly::collect' fails in coroutine 'leavesTheOthers', the others go on and nobody waits for them [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: folly::collectAll(...), which waits for all of them
}

// Near misses.

Task<int> looks() {
  auto [first, second] =
      co_await folly::coro::collectAllTry(fetch(1), fetch(2));
  if (first.hasException())
    co_return second.value();
  auto result = co_await folly::coro::co_awaitTry(fetch(3));
  co_return result.hasException() ? 0 : result.value();
}

Task<void> throws() {
  co_await folly::coro::collectAll(fetch(1), fetch(2));
  (void)co_await folly::coro::collectAllTry(fetch(1), fetch(2));
}

Task<void> waitsForTheOthers() {
  auto first = ask(1), second = ask(2);
  co_await folly::collect(first, second);
  co_await folly::collectAll(first, second);
}
