// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A template that nobody instantiates: what does not depend on its parameters
// is known, and nothing is made up about the rest.
#include "Inputs/task.h"
#include <functional>
#include <sys/socket.h>
#include <unistd.h>

template <class T> co::task<> plain(T value) {
  usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'plain': it {{.*}} [async-blocking-call]
  value.usleep(10);
  co_return;
}

// `call(a, b)` is a list here, not a construction.
template <class T> co::task<> lists(T a, T b) {
  T call(a, b);
  call();
  auto again(call);
  again();
  std::function<void()> wrapped(a);
  wrapped();
  co_return;
}

template <int Flags> co::task<> flags(int fd, char *buffer) {
  recv(fd, buffer, 8, Flags);
  co_return;
}

template <bool Wait> co::task<> branches() {
  if constexpr (Wait)
    usleep(10);
  co_return;
}
