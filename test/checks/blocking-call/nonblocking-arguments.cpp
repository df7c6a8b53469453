// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The arguments of a call decide whether it blocks.
#include "Inputs/task.h"
#include <chrono>
#include <condition_variable>
#include <fcntl.h>
#include <future>
#include <mutex>
#include <netdb.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace std::chrono_literals;

co::task<> messages(int fd, char *buffer) {
  recv(fd, buffer, 8, 0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'recv' blocks the thread in coroutine 'messages': it {{.*}} [async-blocking-call]
  recv(fd, buffer, 8, MSG_PEEK);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'recv' blocks the thread in coroutine 'messages': it {{.*}} [async-blocking-call]
  send(fd, buffer, 8, MSG_NOSIGNAL);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'send' blocks the thread in coroutine 'messages': it {{.*}} [async-blocking-call]
  recv(fd, buffer, 8, MSG_DONTWAIT);
  recv(fd, buffer, 8, MSG_PEEK | MSG_DONTWAIT);
  send(fd, buffer, 8, MSG_DONTWAIT | MSG_NOSIGNAL);
  co_return;
}

co::task<> messagesWithNamedFlags(int fd, char *buffer) {
  constexpr int quiet = MSG_NOSIGNAL | MSG_DONTWAIT;
  const int loud = MSG_NOSIGNAL;
  send(fd, buffer, 8, quiet);
  send(fd, buffer, 8, loud);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'send' blocks the thread in coroutine 'messagesWithNamedFlags': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> unknownFlags(int fd, char *buffer, int flags) {
  recv(fd, buffer, 8, flags);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'recv' blocks the thread in coroutine 'unknownFlags': it {{.*}} [async-blocking-call]
  recv(fd, buffer, 8, flags | MSG_DONTWAIT);
  co_return;
}

co::task<> children(int child, int *status) {
  waitpid(child, status, 0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'waitpid' blocks the thread in coroutine 'children': it {{.*}} [async-blocking-call]
  waitpid(child, status, WUNTRACED);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'waitpid' blocks the thread in coroutine 'children': it {{.*}} [async-blocking-call]
  waitpid(child, status, WNOHANG);
  waitpid(-1, nullptr, WNOHANG | WUNTRACED);
  co_return;
}

co::task<> polls(pollfd *set, int timeout) {
  poll(set, 1, -1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'poll' blocks the thread in coroutine 'polls': it {{.*}} [async-blocking-call]
  poll(set, 1, 100);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'poll' blocks the thread in coroutine 'polls': it {{.*}} [async-blocking-call]
  poll(set, 1, timeout);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'poll' blocks the thread in coroutine 'polls': it {{.*}} [async-blocking-call]
  poll(set, 1, 0);
  co_return;
}

co::task<> timed(std::future<int> f, std::condition_variable &changed,
                 std::unique_lock<std::mutex> &held) {
  f.wait_for(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to '{{.*}}wait_for' blocks the thread in coroutine 'timed': it {{.*}} [async-blocking-call]
  f.wait_for(std::chrono::milliseconds(20));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to '{{.*}}wait_for' blocks the thread in coroutine 'timed': it {{.*}} [async-blocking-call]
  f.wait_for(0s);
  f.wait_for(std::chrono::seconds(0));
  f.wait_for(std::chrono::milliseconds::zero());
  f.wait_for(std::chrono::seconds{});
  changed.wait_for(held, 5ms);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: call to '{{.*}}wait_for' blocks the thread in coroutine 'timed': it {{.*}} [async-blocking-call]
  changed.wait_for(held, 0ms);
  co_return;
}

co::task<> sleeps() {
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'sleeps': it {{.*}} [async-blocking-call]
  usleep(0);
  sleep(0);
  co_return;
}

co::task<> locks(int fd) {
  flock(fd, LOCK_EX);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'flock' blocks the thread in coroutine 'locks': it {{.*}} [async-blocking-call]
  flock(fd, LOCK_EX | LOCK_NB);
  flock(fd, LOCK_UN);
  co_return;
}

co::task<> names(const char *host, addrinfo **found) {
  getaddrinfo(host, "80", nullptr, found);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'getaddrinfo' blocks the thread in coroutine 'names': it {{.*}} [async-blocking-call]
  getaddrinfo(nullptr, "80", nullptr, found);
  co_return;
}
