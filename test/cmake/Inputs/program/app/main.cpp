// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "nap.h"
#include <coroutine.h>

task serve() {
  nap();
  co_return;
}

int main() {}
