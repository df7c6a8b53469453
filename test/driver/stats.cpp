// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %exits 0 %async-tidy --stats %s -- %flags 2>&1 | FileCheck %s
#include "coroutine.h"

// CHECK: {{[0-9.]+ s  planning}}
// CHECK: {{[0-9.]+ s  analysing}}
// CHECK: {{[0-9.]+ s .*}}async-unawaited-task
// CHECK: {{[0-9.]+ s .*}}linking
// CHECK: {{[0-9.]+ s .*}}parsing
// CHECK: {{[0-9.]+ s .*}}summary
// CHECK: {{[0-9.]+ s  reporting}}
