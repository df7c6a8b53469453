// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tasks that are made in exception handlers, where nothing can be awaited.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <stdexcept>
#include <utility>

own::lazy<> save();
own::lazy<> rollBack();
void start(own::lazy<>);

co::task<> cleansUp() {
  try {
    co_await save();
  } catch (const std::runtime_error &) {
    rollBack();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'rollBack' is never awaited: it never runs [async-unawaited-task]
    throw;
  } catch (...) {
    auto undo = rollBack();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'rollBack', kept in 'undo', is never awaited: it never runs [async-unawaited-task]
  }
}

co::task<> lostInTheHandler(bool now) {
  auto t = save();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
  try {
    if (now)
      throw std::runtime_error("now");
  } catch (const std::runtime_error &) {
    co_return;
  }
  co_await std::move(t);
}

co::task<> fine() {
  bool failed = false;
  own::lazy<> undo;
  try {
    co_await save();
  } catch (const std::runtime_error &) {
    failed = true;
  } catch (...) {
    start(rollBack());
    undo = rollBack();
  }
  if (failed)
    co_await rollBack();
  co_await undo;
}
