// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The user's own functions may be called like blocking ones.
#include "Inputs/task.h"
#include <unistd.h>

namespace app {
void sleep(double seconds);
int system(const char *command);
struct socket {
  int recv(char *, int);
  int read(int, void *, int);
  void join();
  int get();
  void lock();
};
struct timer {
  co::event sleep(int);
  co::event wait();
};
namespace std::this_thread {
void sleep_for(int);
}
} // namespace app

// Same name and no namespace, but an overload of the user's own.
void usleep(app::timer);
co::event nanosleep(int);

co::task<> own(app::socket s, app::timer t) {
  app::sleep(0.5);
  app::system("ls");
  char buffer[8];
  s.recv(buffer, 8);
  s.read(0, buffer, 8);
  s.join();
  s.get();
  s.lock();
  app::std::this_thread::sleep_for(1);
  usleep(t);
  co_await t.sleep(1);
  co_await t.wait();
  co_await nanosleep(1);
}

co::task<> theirs() {
  ::sleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'sleep' blocks the thread in coroutine 'theirs': it {{.*}} [async-blocking-call]
  char buffer[8];
  ::read(0, buffer, 8);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'read' blocks the thread in coroutine 'theirs': it {{.*}} [async-blocking-call]
  co_return;
}
