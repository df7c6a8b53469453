// RUN: %check '--config=async-unawaited-task.AcceptedTypes=own::eager,own::can*,-own::cancelling' %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types whose tasks a project drops on purpose.
#include "Inputs/task.h"
#include "Inputs/tasks.h"

own::lazy<> save();
own::eager<> notify();
own::eager<int> count();
own::cancelling<> watch();
namespace own {
struct cancellable : lazy<> {
  cancellable(lazy<> &&);
};
} // namespace own
own::cancellable cancellable();

co::task<> drops() {
  save();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  watch();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'watch' is never awaited: dropping it cancels its work [async-unawaited-task]
  notify();
  count();
  cancellable();
  auto kept = notify();
  co_return;
}
