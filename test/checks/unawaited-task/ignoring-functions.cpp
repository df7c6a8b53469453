// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function of the project that can be seen to do nothing with the task it is
// given drops it for whoever calls it.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
own::eager<> notify();

template <typename T> void ignore(T &&) {}
template <typename... Ts> void unused(Ts &&...) {}
void drop(own::lazy<>) {}
struct bin {
  static void put(own::lazy<> &&) {}
};

co::task<> ignores() {
  ignore(save());
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'save' is given to 'ignore', which drops it: it never runs [async-unawaited-task]
  unused(save(), 1);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'save' is given to 'unused', which drops it: it never runs [async-unawaited-task]
  drop(save());
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the task from 'save' is given to 'drop', which drops it: it never runs [async-unawaited-task]
  bin::put(save());
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save' is given to 'bin::put', which drops it: it never runs [async-unawaited-task]
  co_return;
}

template <typename T> void uses(T &&task) { task.start(); }
template <typename T> void keeps(T &&task) {
  static T kept = std::forward<T>(task);
}
void declared(own::lazy<>);
template <typename T> void declaredTemplate(T &&);
co::task<> reader(own::lazy<> t) { co_await std::move(t); }

co::task<> fine() {
  uses(save());
  keeps(save());
  declared(save());
  declaredTemplate(save());
  co_await reader(save());
  auto task = save();
  ignore(task);
  co_await std::move(task);
}
