// RUN: %check %s --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handle in a variable is as good as dropped where nobody uses it.
#include <tide/tide.h>

tide::task<> refresh();
tide::task<int> count();
bool enabled();

tide::task<> neverUsed() {
  auto work = tide::spawn(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the handle from 'tide::spawn', kept in 'work', is never used: nobody sees the exception of a task whose handle is gone [async-dropped-task-handle]
  co_await tide::yield_now();
}

void neverUsedInAnOrdinaryFunction() {
  const tide::handle<int> work = tide::spawn(count());
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: the handle from 'tide::spawn', kept in 'work', is never used: {{.*}} [async-dropped-task-handle]
  auto &&other = tide::spawn(count());
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the handle from 'tide::spawn', kept in 'other', is never used: {{.*}} [async-dropped-task-handle]
}

tide::task<> onOnePathOnly(bool wait) {
  auto work = tide::spawn(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the handle from 'tide::spawn', kept in 'work', is not used on every path: {{.*}} [async-dropped-task-handle]
  if (wait)
    co_await work;
}

tide::task<int> leavesEarly() {
  auto work = tide::spawn(count());
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the handle from 'tide::spawn', kept in 'work', is not used on every path: {{.*}} [async-dropped-task-handle]
  if (!enabled())
    co_return 0;
  co_return co_await work;
}

tide::task<int> overwritten() {
  auto work = tide::spawn(count(), "first");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the handle from 'tide::spawn', kept in 'work', is overwritten before it is used: {{.*}} [async-dropped-task-handle]
  work = tide::spawn(count(), "second");
  co_return co_await work;
}

tide::task<int> onlyTheLastOfALoop(int times) {
  auto work = tide::spawn(count(), "first");
  co_await work;
  while (times-- > 0)
    work = tide::spawn(count());
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the handle from 'tide::spawn', kept in 'work', is overwritten before it is used: {{.*}} [async-dropped-task-handle]
  co_return co_await work;
}

// Used.

tide::task<int> onEveryPath(bool wait) {
  auto work = tide::spawn(count());
  if (!wait) {
    work.cancel();
    co_return 0;
  }
  co_return co_await work;
}

tide::task<int> inEachIteration(int times) {
  int sum = 0;
  while (times-- > 0) {
    auto work = tide::spawn(count());
    co_await tide::yield_now();
    sum += co_await work;
  }
  co_return sum;
}

tide::task<int> usedBeforeItIsOverwritten(int times) {
  auto work = tide::spawn(count());
  while (times-- > 0) {
    co_await work.join();
    work = tide::spawn(count());
  }
  co_return co_await work;
}

tide::task<int> twoAtOnce() {
  auto first = tide::spawn(count(), "first");
  auto second = tide::spawn(count(), "second");
  int sum = co_await first;
  co_return sum + co_await std::move(second);
}

tide::task<> whereTheConditionIsTheSame(bool background) {
  std::optional<tide::handle<void>> work;
  if (background)
    work = tide::spawn(refresh());
  co_await tide::yield_now();
  if (background)
    co_await *work;
}

void onPurpose() {
  [[maybe_unused]] auto work = tide::spawn(refresh());
}
