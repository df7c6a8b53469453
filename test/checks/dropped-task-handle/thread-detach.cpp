// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A detached thread cannot be waited for, and may outlive what it uses.
#include "Inputs/task.h"
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <list>
#include <thread>
#include <utility>

namespace asio = boost::asio;

void compress();
void keep(std::thread thread);

co::task<> inACoroutine(std::list<std::thread> &threads) {
  std::thread worker(compress);
  worker.detach();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::thread::detach' gives the work away: nobody can wait for the thread any more [async-dropped-task-handle]
  std::thread(compress).detach();
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: call to 'std::thread::detach' gives the work away: nobody can wait for the thread any more [async-dropped-task-handle]
  for (std::thread &each : threads)
    each.detach();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::thread::detach' gives the work away: {{.*}} [async-dropped-task-handle]
  co_return;
}

void inACallback(asio::io_context &loop) {
  asio::post(loop, [] { std::thread(compress).detach(); });
// CHECK-MESSAGES: :[[@LINE-1]]:47: warning: call to 'std::thread::detach' gives the work away: {{.*}} [async-dropped-task-handle]
}

auto lambda = []() -> co::task<> {
  std::thread(compress).detach();
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: call to 'std::thread::detach' gives the work away: {{.*}} [async-dropped-task-handle]
  co_return;
};

// Elsewhere it is nothing about coroutines.

int main() { std::thread(compress).detach(); }

void inAnOrdinaryFunction() {
  auto start = [] { std::thread(compress).detach(); };
  start();
}

void onAPool(asio::thread_pool &pool) {
  asio::post(pool, [] { std::thread(compress).detach(); });
}

// Threads that are not given away.

struct worker {
  std::thread thread;
  void detach();
};

co::task<std::thread> kept(worker &mine) {
  mine.thread = std::thread(compress);
  keep(std::thread(compress));
  std::thread other(compress);
  keep(std::move(other));
  mine.detach();
  co_return std::thread(compress);
}
