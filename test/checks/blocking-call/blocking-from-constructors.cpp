// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Initializers that show no non-blocking mode prove nothing.
#include "Inputs/task.h"
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

struct Door {
  int fd;
  Door() : fd(eventfd(0, EFD_CLOEXEC)) {}
  void knock() {
    std::uint64_t one = 1;
    write(fd, &one, sizeof one);
  }
};

co::task<> visits(Door &door) {
  door.knock();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'Door::knock' blocks the thread in coroutine 'visits': it reaches 'write', {{.*}} [async-blocking-call]
  co_return;
}
