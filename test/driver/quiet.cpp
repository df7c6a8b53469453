// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Only the report.
//
// RUN: %exits 1 %async-tidy --quiet %s -- %flags 2>&1 | FileCheck %s --implicit-check-not=analysed
#include "coroutine.h"

task sleepy() {
  usleep(1);
  co_return;
}
// CHECK: quiet.cpp:9:3: warning:
