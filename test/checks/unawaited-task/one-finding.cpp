// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One expression, one finding: locks, erased callbacks and second awaits have
// checks of their own, which say more.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <functional>
#include <utility>
#include <vector>

own::lazy<> save();
std::vector<std::function<own::lazy<>()>> started;
template <typename Executor, typename Work, typename Token>
void co_spawn(Executor, Work work, Token) {
  started.push_back(work);
}

co::task<> locks(own::mutex &m, own::semaphore &s) {
  auto g = m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the lock from 'own::mutex::scoped_lock', kept in 'g', is never awaited: nothing is locked [async-unawaited-guard]
  s.get_units(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the permit from 'own::semaphore::get_units' is never awaited: nothing is acquired [async-unawaited-guard]
  co_await m.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'own::mutex::scoped_lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
}

co::task<> erased() {
  std::function<void()> callback = []() -> own::lazy<> { co_await save(); };
// CHECK-MESSAGES: :[[@LINE-1]]:36: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  callback();
  co_return;
}

co::task<> again() {
  auto t = save();
  co_await std::move(t);
  co_await std::move(t);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
}

co::task<> fine(own::mutex &m, own::semaphore &s) {
  auto guard = co_await m.scoped_lock();
  auto units = co_await s.get_units(1);
  co_spawn(1, []() -> own::lazy<> { co_await save(); }, 2);
  std::function<own::lazy<>()> callback = []() -> own::lazy<> {
    co_await save();
  };
  co_await callback();
}
