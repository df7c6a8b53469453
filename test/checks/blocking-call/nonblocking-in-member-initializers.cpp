// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A member's default initializer counts where a constructor uses it.
#include "Inputs/task.h"
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

struct Door {
  int fd = eventfd(0, EFD_NONBLOCK);
  Door() {}
  void knock() {
    std::uint64_t one = 1;
    write(fd, &one, sizeof one);
  }
};

co::task<> visits(Door &door) {
  door.knock();
  co_return;
}
