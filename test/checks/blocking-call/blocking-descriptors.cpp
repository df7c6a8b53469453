// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Descriptors block where nothing in the file says otherwise.
#include "Inputs/task.h"
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

co::task<long> plainDescriptor(int fd, char *buffer) {
  co_return read(fd, buffer, 8);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'read' blocks the thread in coroutine 'plainDescriptor': it {{.*}} [async-blocking-call]
}

// Another error says nothing.
co::task<> interrupted(int fd, char *buffer) {
  while (read(fd, buffer, 8) < 0 && errno == EINTR)
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'read' blocks the thread in coroutine 'interrupted': it {{.*}} [async-blocking-call]
    co_await co::event();
}

long readAll(int fd, char *buffer) { return read(fd, buffer, 8); }
co::task<> throughHelpers(int fd, char *buffer) {
  readAll(fd, buffer);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'readAll' blocks the thread in coroutine 'throughHelpers': it reaches 'read', which {{.*}} [async-blocking-call]
  co_return;
}
