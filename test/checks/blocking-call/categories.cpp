// RUN: %check '--checks=-*,async-blocking-call' --config=async-blocking-call.Categories='*,-file-io,-dns' %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whole kinds can be switched off.
#include "Inputs/task.h"
#include <fstream>
#include <netdb.h>
#include <unistd.h>

void opens() { std::ofstream out("log"); }
void opensAndSleeps() {
  std::ofstream out("log");
  usleep(1);
}

co::task<> mixed(addrinfo **found) {
  std::ifstream in("config");
  getaddrinfo("host", "80", nullptr, found);
  opens();
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'mixed': it {{.*}} [async-blocking-call]
  opensAndSleeps();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'opensAndSleeps' blocks the thread in coroutine 'mixed': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}
