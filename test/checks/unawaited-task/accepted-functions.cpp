// RUN: %check '--config=async-unawaited-task.AcceptedFunctions=notify,store::*,-store::load' %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions whose tasks a project drops on purpose.
#include "Inputs/task.h"
#include "Inputs/tasks.h"

own::lazy<> save();
own::lazy<> notify();
namespace store {
own::lazy<> save();
own::lazy<> load();
struct table {
  own::lazy<> insert();
};
} // namespace store
namespace other {
own::lazy<> notify();
}

co::task<> drops(store::table t) {
  save();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  other::notify();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'other::notify' is never awaited: it never runs [async-unawaited-task]
  store::load();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store::load' is never awaited: it never runs [async-unawaited-task]
  notify();
  store::save();
  t.insert();
  auto kept = notify();
  co_return;
}
