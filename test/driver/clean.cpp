// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %exits 0 %async-tidy %s -- %flags 2>%t.log | count 0
// RUN: FileCheck %s --input-file=%t.log
#include "coroutine.h"

task awake() { co_return; }

// CHECK: {{^}}0 findings (1 analysed){{$}}
