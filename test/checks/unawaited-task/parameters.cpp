// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that takes a task by value owns it. One that never looks at it
// loses it.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>
#include <vector>

own::lazy<> save();
void start(own::lazy<>);
bool more();

co::task<> forgets(own::lazy<> t) { co_return; }
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: the task in parameter 't' is never awaited: it never runs [async-unawaited-task]

void drops(int key, own::lazy<> work) {
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: the task in parameter 'work' is never awaited: it never runs [async-unawaited-task]
  if (key)
    more();
}

struct job {
  job(own::lazy<> given, int) {}
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task in parameter 'given' is never awaited: it never runs [async-unawaited-task]
  explicit job(own::lazy<> given) : task(std::move(given)) {}
  own::lazy<> task;
};

// Used somehow, without a name, or owned by somebody else.
co::task<> awaits(own::lazy<> t) { co_await std::move(t); }
co::task<> awaitsSometimes(own::lazy<> t) {
  if (more())
    co_await std::move(t);
}
void handsOn(own::lazy<> t) { start(std::move(t)); }
void unnamed(own::lazy<>) {}
void marked([[maybe_unused]] own::lazy<> t) {}
void reference(own::lazy<> &t) {}
void constReference(const own::lazy<> &t) {}
void rvalue(own::lazy<> &&t) {}
void pointer(own::lazy<> *t) {}
void declared(own::lazy<> t);
