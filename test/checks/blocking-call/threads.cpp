// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What runs on a thread of its own may block.
#include "Inputs/task.h"
#include <functional>
#include <future>
#include <pthread.h>
#include <thread>
#include <unistd.h>
#include <vector>

void *threadMain(void *) {
  usleep(1);
  return nullptr;
}
void work(int time) { usleep(time); }
void startsInAHelper() {
  std::thread([] { usleep(1); }).detach();
}
struct job {
  void operator()() const { usleep(1); }
};

co::task<> startsThreads(std::vector<std::thread> &threads,
                         std::vector<std::future<void>> &results) {
  threads.push_back(std::thread([] { usleep(1); }));
  threads.push_back(std::thread(work, 5));
  threads.push_back(std::thread(job()));
  threads.emplace_back([] { usleep(1); });
  threads.emplace_back(work, 5);
  std::thread named([] { work(1); });
  named.detach();
  std::thread(std::bind(work, 1)).detach();
  results.push_back(std::async(std::launch::async, [] { usleep(1); }));
  pthread_t raw;
  pthread_create(&raw, nullptr, threadMain, nullptr);
  startsInAHelper();
  co_return;
}

// The arguments of a thread are computed here.
co::task<> computesArguments(std::vector<std::thread> &threads) {
  threads.push_back(std::thread(work, usleep(5)));
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: call to 'usleep' blocks the thread in coroutine 'computesArguments': it {{.*}} [async-blocking-call]
  job()();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to {{.*}} blocks the thread in coroutine 'computesArguments': it reaches 'usleep', which {{.*}} [async-blocking-call]
  threadMain(nullptr);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'threadMain' blocks the thread in coroutine 'computesArguments': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}
