// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file that shows that its descriptors are non-blocking is believed.
#include "Inputs/task.h"
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

co::task<> setsTheFlag(int fd, char *buffer) {
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
  read(fd, buffer, 8);
  write(fd, buffer, 8);
  co_return;
}

co::task<> asksForIt(const sockaddr *address, socklen_t size) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  connect(fd, address, size);
  co_return;
}

co::task<> ioctls(int fd, char *buffer) {
  int on = 1;
  ioctl(fd, FIONBIO, &on);
  recv(fd, buffer, 8, 0);
  co_return;
}

co::task<> looksAtErrno(int fd, char *buffer) {
  while (read(fd, buffer, 8) < 0 && errno == EAGAIN)
    co_await co::event();
  while (send(fd, buffer, 8, 0) < 0 && errno == EWOULDBLOCK)
    co_await co::event();
}

co::task<> connects(int fd, const sockaddr *address, socklen_t size) {
  if (connect(fd, address, size) != 0 && errno != EINPROGRESS)
    co_return;
  co_await co::event();
}

long readSome(int fd, char *buffer) {
  long got = read(fd, buffer, 8);
  return got < 0 && errno == EAGAIN ? 0 : got;
}
long readAll(int fd, char *buffer) { return read(fd, buffer, 8); }
co::task<> throughHelpers(int fd, char *buffer) {
  readSome(fd, buffer);
  readAll(fd, buffer);
  co_return;
}

// Set in one function, relied on in another.
co::task<> other(int fd, char *buffer) {
  recv(fd, buffer, 8, 0);
  co_return;
}

// A sleep is a sleep.
co::task<> sleepsAllTheSame(int fd) {
  fcntl(fd, F_SETFL, O_NONBLOCK);
  usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'sleepsAllTheSame': it {{.*}} [async-blocking-call]
  co_return;
}
