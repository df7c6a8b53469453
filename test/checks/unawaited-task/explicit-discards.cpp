// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lazy task that is thrown away on purpose never runs all the same. One that
// has been started may be left alone.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <tuple>

own::lazy<> save();
co::task<> marked();
own::eager<> notify();
own::cancelling<> watch();

co::task<> lazyOnes() {
  (void)save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  static_cast<void>(save());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  (void)(save());
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  (void)marked();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'marked' is never awaited: it never runs [async-unawaited-task]
  std::ignore = save();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  auto _ = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save'{{(, kept in '_',)?}} is never awaited: it never runs [async-unawaited-task]
  auto &&unused = save();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'save', kept in 'unused', is never awaited: it never runs [async-unawaited-task]
  const auto &alive = save();
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'save', kept in 'alive', is never awaited: it never runs [async-unawaited-task]
  auto kept = save();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in 'kept', is never awaited: it never runs [async-unawaited-task]
  (void)kept;
  co_return;
}

void inAnOrdinaryFunction() {
  (void)save();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  std::ignore = marked();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'marked' is never awaited: it never runs [async-unawaited-task]
}

co::task<> started() {
  (void)notify();
  static_cast<void>(notify());
  (void)watch();
  co_return;
}

// The author says so, and clang-tidy's comments work as usual.
co::task<> marks() {
  [[maybe_unused]] auto speculative = save();
  // Only the argument's side effects count.
  save(); // NOLINT(async-unawaited-task)
  co_return;
}

co::task<> fine() {
  (void)co_await [](own::lazy<int> t) -> own::lazy<int> {
    co_return co_await std::move(t);
  }([]() -> own::lazy<int> { co_return 1; }());
  auto _ = save();
  co_await std::move(_);
  auto &&reference = save();
  co_await reference;
}
