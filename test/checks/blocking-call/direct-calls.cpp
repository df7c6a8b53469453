// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A blocking call written in a coroutine's own body.
#include "Inputs/task.h"
#include <chrono>
#include <cstdlib>
#include <netdb.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

co::task<> retries() {
  std::this_thread::sleep_for(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'retries': it {{.*}} [async-blocking-call]
  usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'retries': it {{.*}} [async-blocking-call]
  ::sleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'sleep' blocks the thread in coroutine 'retries': it {{.*}} [async-blocking-call]
  if (std::system("true") != 0)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'system' blocks the thread in coroutine 'retries': it {{.*}} [async-blocking-call]
    co_return;
  co_await co::event();
  for (int i = 0; i < 3; ++i)
    std::this_thread::sleep_until(std::chrono::steady_clock::now());
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_until' blocks the thread in coroutine 'retries': it {{.*}} [async-blocking-call]
}

co::task<int> looksUp(const char *host) {
  addrinfo *found = nullptr;
  co_return getaddrinfo(host, nullptr, nullptr, &found);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'getaddrinfo' blocks the thread in coroutine 'looksUp': it {{.*}} [async-blocking-call]
}

co::detached starts() {
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'starts': it {{.*}} [async-blocking-call]
  co_return;
}

namespace app {
struct session {
  co::task<> run() {
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in coroutine 'app::session::run': it {{.*}} [async-blocking-call]
    co_return;
  }
};
} // namespace app

// Not coroutines, and nothing on the loop calls them.
void plain() {
  std::this_thread::sleep_for(10ms);
  usleep(10);
}

int main() {
  sleep(1);
  plain();
}

// A coroutine that only awaits and computes.
co::task<int> fine(int a) {
  co_await co::event();
  co_await retries();
  std::this_thread::get_id();
  freeaddrinfo(nullptr);
  getpid();
  (void)std::system(nullptr);
  co_return a + std::abs(-1);
}
