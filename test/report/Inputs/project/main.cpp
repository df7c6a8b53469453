// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coroutine.h"
#include "helper.h"

task other();

task sleepy() {
  /* é😀 */ helper();
  /* é😀 */ other();
  co_return;
}
