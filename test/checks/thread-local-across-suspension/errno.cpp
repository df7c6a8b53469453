// RUN: %check %s '--checks=-*,async-thread-local-across-suspension'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// errno is the thread's, and whatever runs while the coroutine is suspended sets it.
#include "Inputs/task.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

co::task<> idle();
co::task<> report(int error);
co::task<> report(const char *text);
void log(const char *text);
void log(int error);

co::task<> loggedLater(int descriptor) {
  if (::close(descriptor) != 0) {
    co_await report("not closed");
    log(std::strerror(errno));
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'errno' was set before coroutine 'loggedLater' was suspended: what ran since may have set it [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:23: note: instead: copy it into a variable before the suspension
  }
}

co::task<> thrownLater(const char *path) {
  int descriptor = ::open(path, O_RDONLY | O_NONBLOCK);
  co_await idle();
  if (descriptor < 0)
    throw std::system_error(errno, std::generic_category());
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'errno' was set before coroutine 'thrownLater' was suspended: what ran since may have set it [async-thread-local-across-suspension]
  ::close(descriptor);
}

co::task<> setByHand() {
  errno = 0;
  co_await idle();
  if (errno != 0)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'errno' was set before coroutine 'setByHand' was suspended: what ran since may have set it [async-thread-local-across-suspension]
    log("failed");
}

co::task<> untilItWorks(int socket, const char *data, std::size_t size) {
  while (::send(socket, data, size, MSG_DONTWAIT) < 0) {
    co_await idle();
    if (errno != EAGAIN)
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'errno' was set before coroutine 'untilItWorks' was suspended: what ran since may have set it [async-thread-local-across-suspension]
      co_return;
  }
}

co::task<> anEvent(int descriptor) {
  ssize_t failed = ::fsync(descriptor);
  co_await co::event();
  if (failed)
    log(errno);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'errno' was set before coroutine 'anEvent' was suspended: what ran since may have set it [async-thread-local-across-suspension]
}

// Asked at once, or copied.

co::task<> askedAtOnce(int descriptor) {
  if (::close(descriptor) != 0)
    log(std::strerror(errno));
  co_await idle();
}

co::task<> passedOn(int descriptor) {
  if (::close(descriptor) != 0)
    co_await report(errno);
}

co::task<> copied(int descriptor) {
  if (::close(descriptor) != 0) {
    int error = errno;
    co_await report("not closed");
    log(error);
  }
}

co::task<> copiedAsText(int descriptor) {
  if (::close(descriptor) != 0) {
    std::string error = std::strerror(errno);
    co_await idle();
    log(error.c_str());
  }
}

co::task<> copiedAsCode(int descriptor) {
  if (::close(descriptor) != 0) {
    std::error_code error(errno, std::generic_category());
    co_await idle();
    log(error.value());
  }
}

co::task<> retried(int socket, const char *data, std::size_t size) {
  while (::send(socket, data, size, MSG_DONTWAIT) < 0) {
    if (errno != EAGAIN)
      co_return;
    co_await idle();
  }
}

co::task<> receivedUntilTheEnd(int socket, char *data, std::size_t size) {
  for (;;) {
    ssize_t received = ::recv(socket, data, size, MSG_DONTWAIT);
    if (received < 0 && errno == EINTR)
      continue;
    if (received < 0 && errno == EAGAIN) {
      co_await idle();
      continue;
    }
    if (received < 0)
      throw std::system_error(errno, std::generic_category());
    if (received == 0)
      co_return;
  }
}

// Set by a call after it.

co::task<> setAgain(int descriptor) {
  ::fsync(descriptor);
  co_await idle();
  if (::close(descriptor) != 0)
    log(errno);
}

co::task<> setBackByHand(const char *text) {
  ::close(-1);
  co_await idle();
  errno = 0;
  long number = std::strtol(text, nullptr, 10);
  if (errno == ERANGE)
    log(static_cast<int>(number));
}

// Nothing is awaited in between.

int ordinary(int descriptor) {
  if (::close(descriptor) != 0)
    return errno;
  return 0;
}

co::task<> askedFirst(int descriptor) {
  co_await idle();
  if (::close(descriptor) != 0)
    log(errno);
}
