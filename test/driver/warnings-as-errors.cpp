// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %exits 1 %async-tidy --warnings-as-errors=async-* %s -- %flags | FileCheck %s
// RUN: %exits 1 %async-tidy --warnings-as-errors=async-* --report=json %s -- %flags | FileCheck %s --check-prefix=JSON
// RUN: %exits 1 %async-tidy --warnings-as-errors=*,-async-* %s -- %flags | FileCheck %s --check-prefix=WARNING
#include "coroutine.h"

task sleepy() {
  usleep(1);
  co_return;
}
// CHECK: :9:3: error: {{.*}} [async-blocking-call]
// JSON: "severity": "error"
// WARNING: :9:3: warning: {{.*}} [async-blocking-call]
