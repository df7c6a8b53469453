// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../../../checks/Inputs/task.h"
#include <unistd.h>

co::task<> user() {
  ::sleep(1);
  co_return;
}
