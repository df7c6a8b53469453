// RUN: %check '--checks=-*,async-blocking-call' --config=async-blocking-call.Confidence=certain %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// On request, only what has no place on a loop is found.
#include "Inputs/task.h"
#include <fstream>
#include <sys/socket.h>
#include <unistd.h>

co::task<> mixed(int fd, char *buffer) {
  std::ifstream in("config");
  recv(fd, buffer, 8, 0);
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'mixed': it {{.*}} [async-blocking-call]
  fsync(fd);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'fsync' blocks the thread in coroutine 'mixed': it {{.*}} [async-blocking-call]
  co_return;
}
