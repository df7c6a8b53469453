// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that was given to somebody else is not there any more.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>
#include <vector>

own::lazy<int> fetch();
bool enabled();
void start(own::lazy<int> work);
bool startIfPossible(own::lazy<int> &&work);
void look(const own::lazy<int> &work);
void use(own::lazy<int> &work);

co::task<> intoAFunction() {
  auto t = fetch();
  start(std::move(t));
  co_await t;
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 't' is awaited after it was moved away: there is nothing left to await [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:19: note: moved away here
}

co::task<> movedAgain() {
  auto t = fetch();
  start(std::move(t));
  co_await std::move(t);
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 't' is awaited after it was moved away: there is nothing left to await [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:19: note: moved away here
}

co::task<int> intoAVariable() {
  auto t = fetch();
  auto u = std::move(t);
  int sum = co_await u;
  co_return sum + co_await t;
// CHECK-NOTES: :[[@LINE-1]]:28: warning: 't' is awaited after it was moved away: there is nothing left to await [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-4]]:22: note: moved away here
}

co::task<> intoALambda() {
  auto t = fetch();
  auto later = [t = std::move(t)]() mutable { use(t); };
  later();
  co_await t;
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 't' is awaited after it was moved away: there is nothing left to await [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-4]]:31: note: moved away here
}

co::task<> intoOneThatIsAwaited() {
  auto t = fetch();
  co_await own::when_all(std::move(t), fetch());
  co_await t;
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 't' is awaited after it was moved away: there is nothing left to await [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:36: note: moved away here
}

co::task<> onOnePath(bool background) {
  auto t = fetch();
  if (background)
    start(std::move(t));
  co_await t;
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 't' is awaited after it was moved away: there is nothing left to await [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:21: note: moved away here
}

// Still there, or there again.

co::task<> onOtherPaths(bool background) {
  auto t = fetch();
  if (background) {
    start(std::move(t));
    co_return;
  }
  co_await t;
  auto u = fetch();
  if (background)
    start(std::move(u));
  else
    co_await std::move(u);
}

co::task<> whereTheConditionIsTheSame(const bool background) {
  auto t = fetch();
  if (background)
    start(std::move(t));
  co_await co::event();
  if (!background)
    co_await std::move(t);
}

co::task<> perhapsNotTaken() {
  auto t = fetch();
  if (!startIfPossible(std::move(t)))
    co_await std::move(t);
  auto u = fetch();
  (void)std::move(u);
  co_await u;
}

co::task<> asked() {
  auto t = fetch();
  if (enabled())
    start(std::move(t));
  if (t.valid())
    co_await t;
  auto u = fetch();
  if (enabled())
    start(std::move(u));
  if (u)
    co_await u;
}

co::task<> onlyLookedAt() {
  auto t = fetch();
  look(t);
  use(t);
  look(std::move(t));
  co_await t;
}

co::task<> anotherOne() {
  auto t = fetch();
  start(std::move(t));
  t = fetch();
  co_await t;
}

co::task<> intoItself() {
  auto t = fetch();
  auto u = std::move(t);
  t = std::move(u);
  co_await t;
}
