// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that does not ask whether it is done is run again by the second await
// of it.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

co::task<int> fetch();
co::task<> flush();

co::task<int> oneAfterTheOther() {
  auto t = fetch();
  int first = co_await t;
  int second = co_await t;
// CHECK-NOTES: :[[@LINE-1]]:25: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:24: note: first awaited here
  co_return first + second;
}

co::task<int> inOneExpression() {
  auto t = fetch();
  co_return co_await t + co_await t;
// CHECK-NOTES: :[[@LINE-1]]:35: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-2]]:22: note: first awaited here
}

co::task<> aParameter(co::task<> work) {
  co_await work;
  co_await work;
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 'work' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:12: note: first awaited here
}

co::task<> movedInto() {
  auto t = flush();
  co_await t;
  co_await std::move(t);
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:12: note: first awaited here
}

co::task<> movedBothTimes() {
  auto t = flush();
  co_await std::move(t);
  co_await std::move(t);
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:12: note: first awaited here
}

template <class Task> co::task<> inATemplate(Task work) {
  co_await work;
  co_await work;
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 'work' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:12: note: first awaited here
}
co::task<> instantiates() { co_await inATemplate(flush()); }

auto lambda = [](co::task<> work) -> co::task<> {
  co_await work;
  co_await work;
// CHECK-NOTES: :[[@LINE-1]]:12: warning: 'work' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-3]]:12: note: first awaited here
};

#define TWICE(work) (co_await work, co_await work)

co::task<> inAMacro() {
  auto t = flush();
  TWICE(t);
// CHECK-NOTES: :[[@LINE-1]]:{{[0-9]+}}: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-NOTES: :[[@LINE-2]]:{{[0-9]+}}: note: first awaited here
}

// Once.

co::task<int> once() {
  auto t = fetch();
  auto u = fetch();
  co_return co_await t + co_await u;
}

co::task<int> aCallEachTime() { co_return co_await fetch() + co_await fetch(); }

co::task<> anEvent() {
  co::event happened;
  co_await happened;
  co_await happened;
}

template <class Task> co::task<> neverInstantiated(Task work) {
  co_await work;
  co_await work;
}

co::task<int> anotherOfThatName() {
  auto t = fetch();
  int sum = co_await t;
  {
    auto t = fetch();
    sum += co_await t;
  }
  co_return sum;
}

co::task<int> inALambdaOfItsOwn() {
  auto t = fetch();
  int sum = co_await t;
  co_return sum + co_await [](co::task<int> t) -> co::task<int> {
    co_return co_await t;
  }(fetch());
}

co::task<> membersOfTwo(std::pair<co::task<int>, co::task<int>> &one,
                        std::pair<co::task<int>, co::task<int>> &two) {
  co_await one.first;
  co_await one.second;
  co_await two.first;
  co_await two.second;
}
