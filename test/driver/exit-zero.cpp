// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For jobs that only show what there is: findings are no failure, mistakes are.
//
// RUN: %exits 0 %async-tidy --exit-zero %s -- %flags 2>&1 | FileCheck %s
// RUN: %exits 1 %async-tidy --exit-zero --exit-zero=false %s -- %flags 2>&1 | FileCheck %s
// RUN: %exits 2 %async-tidy --exit-zero %s -- %flags -DBROKEN 2>&1 | FileCheck %s --check-prefix=BROKEN
// RUN: %exits 2 %async-tidy --exit-zero --checks=async-x %s -- %flags
#include "coroutine.h"

task sleepy() {
  usleep(1);
  co_return;
}
// CHECK: [[#@LINE-3]]:3: warning:
// CHECK: 1 finding in 1 file
#ifdef BROKEN
int f(;
#endif
// BROKEN: error: expected
