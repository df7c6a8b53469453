// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every form of the comment that clang-tidy knows.
//
// RUN: %exits 1 %async-tidy %s -- %flags 2>&1 | FileCheck %s --implicit-check-not=warning:
#include "coroutine.h"

task sleepy() {
  usleep(1); // NOLINT
  usleep(1); // NOLINT(async-blocking-call)
  usleep(1); // NOLINT(bugprone-*, async-*): because
  usleep(1); // NOLINT(bugprone-*)
  // CHECK: [[#@LINE-1]]:3: warning:
  // NOLINTNEXTLINE
  usleep(1);
  // NOLINTNEXTLINE(async-blocking-call)
  usleep(1);
  // NOLINTNEXTLINE(-async-blocking-call)
  usleep(1);
  // CHECK: [[#@LINE-1]]:3: warning:
  // NOLINTBEGIN
  usleep(1);
  // NOLINTEND
  // NOLINTBEGIN(async-*)
  usleep(1);
  usleep(1);
  // NOLINTEND(async-*)
  usleep(1);
  // CHECK: [[#@LINE-1]]:3: warning:
  co_return;
}
// CHECK: 3 findings in 1 file
