// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What looks like a guard in a variable is only the wish to have one.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>
#include <vector>

own::mutex m;
own::semaphore s(3);
void write();
bool enabled();
void await(own::mutex::lock_awaiter wanted);

co::task<> neverAwaited() {
  auto guard = m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the lock from 'own::mutex::scoped_lock', kept in 'guard', is never awaited: nothing is locked [async-unawaited-guard]
  auto units = s.get_units(2);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the permit from 'own::semaphore::get_units', kept in 'units', is never awaited: nothing is acquired [async-unawaited-guard]
  write();
  co_return;
}

void inAnOrdinaryFunction() {
  const auto guard = m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the lock from 'own::mutex::scoped_lock', kept in 'guard', is never awaited: nothing is locked [async-unawaited-guard]
  write();
}

co::task<> spelledOtherwise() {
  auto &&guard = m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the lock from 'own::mutex::scoped_lock', kept in 'guard', is never awaited: {{.*}} [async-unawaited-guard]
  const auto &units = s.get_units(2);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the permit from 'own::semaphore::get_units', kept in 'units', is never awaited: {{.*}} [async-unawaited-guard]
  own::mutex::lock_awaiter written(m.scoped_lock());
// CHECK-MESSAGES: :[[@LINE-1]]:38: warning: the lock from 'own::mutex::scoped_lock', kept in 'written', is never awaited: {{.*}} [async-unawaited-guard]
  own::lazy<own::semaphore::units> braced{s.get_units(2)};
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: the permit from 'own::semaphore::get_units', kept in 'braced', is never awaited: {{.*}} [async-unawaited-guard]
  write();
  co_return;
}

co::task<> inACondition() {
  if (auto guard = m.scoped_lock(); enabled())
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the lock from 'own::mutex::scoped_lock', kept in 'guard', is never awaited: {{.*}} [async-unawaited-guard]
    write();
  co_return;
}

co::task<> onOnePathOnly(bool careful) {
  auto wanted = m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the lock from 'own::mutex::scoped_lock', kept in 'wanted', is not awaited on every path: on the others nothing is locked [async-unawaited-guard]
  if (careful) {
    auto guard = co_await wanted;
    write();
  }
}

co::task<> leavesEarly() {
  auto wanted = s.get_units(1);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the permit from 'own::semaphore::get_units', kept in 'wanted', is not awaited on every path: on the others nothing is acquired [async-unawaited-guard]
  if (enabled())
    co_return;
  auto units = co_await std::move(wanted);
  write();
}

// Asked for now, awaited later.

co::task<> awaitedLater() {
  auto wanted = s.get_units(1);
  co_await co::event();
  auto units = co_await std::move(wanted);
  write();
}

co::task<> awaitedOnEachPath(bool careful) {
  auto wanted = m.scoped_lock();
  if (careful) {
    auto guard = co_await wanted;
    write();
  } else {
    auto guard = co_await std::move(wanted);
    write();
    write();
  }
}

co::task<> awaitedBySomebodyElse() {
  auto wanted = m.scoped_lock();
  await(std::move(wanted));
  await(m.scoped_lock());
  auto another = m.scoped_lock();
  auto later = [&another]() -> co::task<> { auto guard = co_await another; };
  co_await later();
}

struct writer {
  writer() : wanted(m.scoped_lock()) {}
  co::task<> run() {
    auto guard = co_await wanted;
    write();
  }
  own::mutex::lock_awaiter wanted;
};

co::task<> ofSeveral() {
  std::vector<own::lazy<own::semaphore::units>> wanted;
  wanted.push_back(s.get_units(1));
  wanted.push_back(s.get_units(2));
  std::vector<own::semaphore::units> all;
  for (auto &each : wanted)
    all.push_back(co_await std::move(each));
  write();
}
