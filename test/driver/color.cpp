// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %exits 1 %async-tidy %s -- %flags | FileCheck %s --check-prefix=PLAIN
// RUN: %exits 1 %async-tidy --use-color %s -- %flags | FileCheck %s --check-prefix=COLOR
// RUN: env CLICOLOR_FORCE=1 %exits 1 %async-tidy %s -- %flags | FileCheck %s --check-prefix=COLOR
// RUN: env CLICOLOR_FORCE=0 %exits 1 %async-tidy %s -- %flags | FileCheck %s --check-prefix=PLAIN
// RUN: env CLICOLOR_FORCE=1 NO_COLOR=1 %exits 1 %async-tidy %s -- %flags | FileCheck %s --check-prefix=PLAIN
// RUN: env NO_COLOR=1 %exits 1 %async-tidy --use-color %s -- %flags | FileCheck %s --check-prefix=COLOR
// RUN: env CLICOLOR_FORCE=1 %exits 1 %async-tidy --use-color=false %s -- %flags | FileCheck %s --check-prefix=PLAIN
// RUN: %exits 1 %async-tidy "--config={UseColor: true}" %s -- %flags | FileCheck %s --check-prefix=COLOR
//
// Files are never coloured.
// RUN: %exits 1 %async-tidy --use-color --report=text:%t.txt %s -- %flags
// RUN: FileCheck %s --check-prefix=PLAIN --input-file=%t.txt
#include "coroutine.h"

task sleepy() {
  usleep(1);
  co_return;
}
// PLAIN: color.cpp:18:3: warning: call
// COLOR: color.cpp:18:3: {{.\[0;1;35m}}warning: {{.*}}call
