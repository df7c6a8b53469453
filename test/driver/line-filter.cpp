// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %exits 1 %async-tidy --line-filter='[{"name":"line-filter.cpp","lines":[[11,11],[13,20]]}]' %s -- %flags 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %exits 0 %async-tidy --line-filter='[{"name":"other.cpp"}]' %s -- %flags
// RUN: %exits 1 %async-tidy --line-filter='[{"name":"line-filter.cpp"}]' %s -- %flags
#include "coroutine.h"

task sleepy() {
  usleep(1);
  usleep(1);
  usleep(1);
  usleep(1);
  usleep(1);
  co_return;
}
// CHECK: :11:3: warning:
// CHECK: :13:3: warning:
