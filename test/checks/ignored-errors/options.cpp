// RUN: %check %s '--checks=-*,async-ignored-errors' --config=async-ignored-errors.IgnoredFunctions=own::fl* --config=async-ignored-errors.IgnoredNames=whatever
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions and names that say that errors do not matter.
#include "Inputs/results.h"

co::task<> f(char *to) {
  co_await own::flush();
  auto [whatever, first] = co_await own::read(to);
  auto [ignored, second] = co_await own::read(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'ignored' is never looked at, so coroutine 'f' goes on as if 'own::read' had succeeded [async-ignored-errors]
  print(std::string(to, first + second));
}
