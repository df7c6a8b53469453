// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a constructor's initializers show counts like what its body shows.
#include "Inputs/task.h"
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

struct Door {
  int fd;
  Door() : fd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}
  void knock() {
    std::uint64_t one = 1;
    write(fd, &one, sizeof one);
  }
};

co::task<> visits(Door &door) {
  door.knock();
  co_return;
}
