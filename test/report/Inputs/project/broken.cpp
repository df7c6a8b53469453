// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coroutine.h"

task broken() {
  /* ü */ nonsense;
  co_return;
}
