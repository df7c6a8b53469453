// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A guard that is awaited but not kept is gone before the next statement.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

own::mutex m;
own::semaphore s(3);
void write();
bool enabled();
int writeUnder(const own::mutex::scoped_guard &guard);

co::task<> dropped() {
  co_await m.scoped_lock();
// CHECK-NOTES: :[[@LINE-1]]:3: warning: the guard that 'own::mutex::scoped_lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  write();
}

co::task<> droppedOtherwise() {
  co_await s.get_units(1);
// CHECK-NOTES: :[[@LINE-1]]:3: warning: the guard that 'own::semaphore::get_units' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  (void)co_await m.scoped_lock();
// CHECK-NOTES: :[[@LINE-1]]:9: warning: the guard that 'own::mutex::scoped_lock' gives is dropped at once: {{.*}} [async-unawaited-guard]
// CHECK-NOTES: :[[@LINE-2]]:9: note: instead: keep it in a variable until the end of the scope
  if (enabled())
    co_await m.scoped_lock();
// CHECK-NOTES: :[[@LINE-1]]:5: warning: the guard that 'own::mutex::scoped_lock' gives is dropped at once: {{.*}} [async-unawaited-guard]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: keep it in a variable until the end of the scope
  auto wanted = m.scoped_lock();
  co_await wanted;
// CHECK-NOTES: :[[@LINE-1]]:3: warning: the guard that 'own::mutex::scoped_lock' gives is dropped at once: {{.*}} [async-unawaited-guard]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  write();
}

// Kept as long as it is needed.

co::task<> kept() {
  auto guard = co_await m.scoped_lock();
  auto &&units = co_await s.get_units(1);
  write();
}

co::task<> keptForOneExpression() {
  int written = writeUnder(co_await m.scoped_lock());
  co_await m.scoped_lock(), write();
  if (writeUnder(co_await m.scoped_lock()) > written)
    co_return;
}

co::task<> keptElsewhere(std::vector<own::semaphore::units> &all) {
  all.push_back(co_await s.get_units(1));
  std::optional<own::semaphore::units> units;
  units = co_await s.get_units(1);
  auto both = std::make_pair(co_await s.get_units(1), 1);
  write();
}

co::task<> keptOnPurpose() {
  [[maybe_unused]] auto guard = co_await m.scoped_lock();
  write();
}

co::task<> nothingToKeep() {
  co_await m.lock();
  write();
  m.unlock();
  co_await co::event();
}
