// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers are followed through any number of functions of the file; the
// warning stays in the coroutine and the notes show the way down.
#include "Inputs/task.h"
#include <fstream>
#include <string>
#include <unistd.h>

void deepest(int time) {
  if (time > 0)
    usleep(time);
}
static void deeper(int time) { deepest(time); }
void helper(int time) {
  deeper(time);
}

int both(std::string path) {
  usleep(10);
  std::ofstream out(path);
  return out.is_open();
}

struct cache {
  int load() { return refill(); }
  static int count() { return 0; }

private:
  int refill() { return usleep(10); }
};

co::task<> follows() {
  helper(5);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'helper' blocks the thread in coroutine 'follows': it reaches 'usleep', which {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-20]]:{{[0-9]+}}: note: 'helper' calls 'deeper' here
// CHECK-MESSAGES: :[[@LINE-23]]:{{[0-9]+}}: note: 'deeper' calls 'deepest' here
// CHECK-MESSAGES: :[[@LINE-26]]:{{[0-9]+}}: note: 'deepest' calls 'usleep' here
  co_await co::event();
}

co::task<> severalLeaves(std::string path) {
  int result = both(path);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: call to 'both' blocks the thread in coroutine 'severalLeaves': it reaches 'usleep', which {{.*}}, and 1 more [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-25]]:{{[0-9]+}}: note: 'both' calls 'usleep' here
  (void)result;
  co_return;
}

co::task<int> throughMethods(cache c) {
  int a = c.load() + cache::count();
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'cache::load' blocks the thread in coroutine 'throughMethods': it reaches 'usleep', which {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-27]]:{{[0-9]+}}: note: 'cache::load' calls 'cache::refill' here
// CHECK-MESSAGES: :[[@LINE-24]]:{{[0-9]+}}: note: 'cache::refill' calls 'usleep' here
  co_return a;
}

// Every place is a finding of its own.
co::task<> twice() {
  helper(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'helper' blocks the thread in coroutine 'twice': it reaches 'usleep', which {{.*}} [async-blocking-call]
  deeper(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'deeper' blocks the thread in coroutine 'twice': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

// Helpers that block nothing, are not called, or only named.
int add(int a, int b) { return a + b; }
void outer() { (void)add(1, 2); }
void takes(void (*)(int));
void declaredOnly(int);

co::task<> fine() {
  outer();
  declaredOnly(5);
  void (*pointer)(int) = helper;
  takes(helper);
  (void)pointer;
  (void)sizeof(both(""));
  co_return;
}

// Called by no coroutine.
void plain() { helper(5); }
