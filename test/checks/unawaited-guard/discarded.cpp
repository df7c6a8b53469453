// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lock that nobody waits for locks nothing.
#include "Inputs/task.h"
#include "Inputs/tasks.h"

own::mutex m;
own::semaphore s(3);
void write();
bool enabled();

co::task<> asAStatement() {
  m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the lock from 'own::mutex::scoped_lock' is never awaited: nothing is locked [async-unawaited-guard]
  s.get_units(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the permit from 'own::semaphore::get_units' is never awaited: nothing is acquired [async-unawaited-guard]
  write();
  co_return;
}

void inAnOrdinaryFunction() {
  m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the lock from 'own::mutex::scoped_lock' is never awaited: nothing is locked [async-unawaited-guard]
  write();
}

#define GUARDED(lock) lock.scoped_lock()

co::task<> inOtherPlaces() {
  m.scoped_lock(), write();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the lock from 'own::mutex::scoped_lock' is never awaited: {{.*}} [async-unawaited-guard]
  if (enabled())
    m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the lock from 'own::mutex::scoped_lock' is never awaited: {{.*}} [async-unawaited-guard]
  enabled() ? s.get_units(1) : s.get_units(2);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the permit from 'own::semaphore::get_units' is never awaited: {{.*}} [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:34: warning: the permit from 'own::semaphore::get_units' is never awaited: {{.*}} [async-unawaited-guard]
  (void)s.get_units(1);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the permit from 'own::semaphore::get_units' is never awaited: {{.*}} [async-unawaited-guard]
  GUARDED(m);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the lock from 'own::mutex::scoped_lock' is never awaited: {{.*}} [async-unawaited-guard]
  co_return;
}

template <class Lock> co::task<> inATemplate(Lock &lock) {
  lock.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the lock from 'own::mutex::scoped_lock' is never awaited: {{.*}} [async-unawaited-guard]
  write();
  co_return;
}
co::task<> instantiates() { co_await inATemplate(m); }

template <class Lock> co::task<> neverInstantiated(Lock &lock) {
  lock.scoped_lock();
  co_return;
}

// Held.

co::task<> held() {
  auto guard = co_await m.scoped_lock();
  const auto units = co_await s.get_units(2);
  write();
}

co::task<> heldInACondition() {
  if (auto guard = co_await m.scoped_lock(); enabled())
    write();
  for (auto units = co_await s.get_units(1); enabled();)
    write();
}

co::task<own::semaphore::units> returned() { co_return co_await s.get_units(1); }

own::mutex::lock_awaiter awaitedByTheCaller() { return m.scoped_lock(); }

co::task<> byHand() {
  co_await m.lock();
  write();
  m.unlock();
}

void unevaluated() {
  static_assert(sizeof(m.scoped_lock()) > 0);
  using guard = decltype(s.get_units(1));
}
