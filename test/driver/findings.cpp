// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The report on standard output, its summary on standard error, the exit code.
//
// RUN: %exits 1 %async-tidy %s -- %flags 2>%t.log | FileCheck %s --match-full-lines --strict-whitespace
// RUN: FileCheck %s --check-prefix=LOG --input-file=%t.log
#include "coroutine.h"

task sleepy() {
  usleep(1);
  co_return;
}
// CHECK:{{.*}}findings.cpp:10:3: warning: call to 'usleep' blocks {{.*}} [async-blocking-call]
// CHECK-NEXT:   10 |   usleep(1);
// CHECK-NEXT:      |   ^~~~~~~~~

// LOG: {{^}}1 finding in 1 file (1 analysed){{$}}
