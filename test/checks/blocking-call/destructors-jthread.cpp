// RUN: %check '--checks=-*,async-blocking-call' --stdlib=libstdc++ %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A jthread joins at the end of its scope. (In libc++ 19 it is experimental.)
#include "Inputs/task.h"
#include <thread>
#include <vector>

void work();
void keep(std::jthread);

co::task<> waitsAtTheEnd() {
  std::jthread worker(work);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: destroying 'std::jthread' blocks the thread in coroutine 'waitsAtTheEnd': it {{.*}} [async-blocking-call]
  co_await co::event();
}

co::task<> waitsInABlock(bool twice) {
  if (twice) {
    std::jthread worker([] { work(); });
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: destroying 'std::jthread' blocks the thread in coroutine 'waitsInABlock': it {{.*}} [async-blocking-call]
  }
  co_return;
}

co::task<> waitsAtOnce() {
  std::jthread{work};
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: destroying 'std::jthread' blocks the thread in coroutine 'waitsAtOnce': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> waitsExplicitly() {
  std::jthread worker(work);
  worker.join();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::jthread::join' blocks the thread in coroutine 'waitsExplicitly': it {{.*}} [async-blocking-call]
  co_return;
}

std::jthread start() {
  std::jthread fresh(work);
  return fresh;
}

co::task<> waitsForOneMadeElsewhere() {
  std::jthread worker = start();
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: destroying 'std::jthread' blocks the thread in coroutine 'waitsForOneMadeElsewhere': it {{.*}} [async-blocking-call]
  co_await co::event();
}

co::task<> ownsOneMadeElsewhere(std::vector<std::jthread> &owned) {
  owned.push_back(start());
  co_return;
}

co::task<> fine() {
  std::jthread detached(work);
  detached.detach();
  std::jthread never;
  std::jthread handedOver(work);
  keep(std::move(handedOver));
  co_return;
}

co::task<> references(std::jthread &given) {
  std::jthread &alias = given;
  alias.request_stop();
  co_return;
}

co::task<std::jthread> returned() {
  std::jthread worker(work);
  co_return std::move(worker);
}

struct session {
  std::vector<std::jthread> owned;
  co::task<> start() {
    owned.push_back(std::jthread(work));
    owned.emplace_back(work);
    co_return;
  }
};

void plain() { std::jthread worker(work); }
