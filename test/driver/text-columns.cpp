// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Columns count bytes; the caret stands where it looks right: behind tabs, and
// behind letters of several bytes.
//
// RUN: %exits 1 %async-tidy %s -- %flags | FileCheck %s --match-full-lines --strict-whitespace
#include "coroutine.h"

task sleepy() {
	usleep(1);
  /* éé */ usleep(2);
  co_return;
}
// CHECK:{{.*}}:10:2: warning: {{.*}}
// CHECK-NEXT:   10 |         usleep(1);
// CHECK-NEXT:      |         ^~~~~~~~~
// CHECK:{{.*}}:11:14: warning: {{.*}}
// CHECK-NEXT:   11 |   /* éé */ usleep(2);
// CHECK-NEXT:      |            ^~~~~~~~~
