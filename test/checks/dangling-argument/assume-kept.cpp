// RUN: %check '--config=async-dangling-argument.AssumeKept=false' %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Only functions whose bodies can be seen are known to keep an argument.
#include "Inputs/task.h"
#include <string>
#include <utility>

co::task<int> elsewhere(const std::string &name);
co::task<int> here(const std::string &name) { co_return static_cast<int>(name.size()); }

co::task<int> assumed() {
  auto asking = elsewhere("a");
  co_return co_await std::move(asking);
}

co::task<int> seen() {
  auto asking = here("b");
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'here' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(asking);
}
