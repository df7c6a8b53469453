// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %exits 1 %async-tidy %s -- %flags 2>&1 | FileCheck %s
#include "coroutine.h"

task sleepy() {
  // NOLINTBEGIN
  usleep(1);
  co_return;
}
// CHECK: :7:6: error: unmatched 'NOLINTBEGIN' comment without a subsequent 'NOLINTEND' comment [clang-tidy-nolint]
// CHECK: :8:3: warning:
