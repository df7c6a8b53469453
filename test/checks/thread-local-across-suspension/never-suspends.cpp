// RUN: %check %s --rules=%S/Inputs/workers.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What never suspends the coroutine leaves it in its thread, and lets nobody else run.
#include "Inputs/workers.h"
#include <cerrno>
#include <map>
#include <string>
#include <thread>
#include <unistd.h>

co::task<int> fetch(int key);
void use(int value);
void use(const std::string &text);

thread_local std::string buffer;
thread_local int request = 0;
std::map<std::thread::id, int> counters;

struct Ready {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  int await_resume() const noexcept { return 1; }
};

struct MayBeReady {
  bool ready = false;
  bool await_ready() const noexcept { return ready; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

co::task<> always() {
  auto &local = buffer;
  co_await std::suspend_always{};
  use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'local' refers to a thread-local variable of the thread that coroutine 'always' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> sometimes(int id) {
  request = id;
  co_await MayBeReady();
  use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'sometimes' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> byNoRule(workers::Pool &pool) {
  auto id = std::this_thread::get_id();
  co_await pool.idle();
  ++counters[id];
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'id' is the thread that coroutine 'byNoRule' was in before it was suspended [async-thread-local-across-suspension]
}

// The suspension that counts is the one that is told.
co::task<> theSecond() {
  auto &local = buffer;
  co_await std::suspend_never{};
  co_await fetch(1);
  use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'local' refers to a thread-local variable of the thread that coroutine 'theSecond' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-5]]:17: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: ask for it again after the suspension
}

co::task<> never() {
  auto &local = buffer;
  co_await std::suspend_never{};
  use(local);
}

co::task<> alwaysReady(int id) {
  request = id;
  int &last = request;
  use(co_await Ready());
  use(request);
  ++last;
}

co::task<> idStays() {
  auto id = std::this_thread::get_id();
  use(co_await Ready());
  ++counters[id];
}

co::task<> errnoStays(int descriptor) {
  if (::close(descriptor) != 0) {
    co_await std::suspend_never{};
    use(errno);
  }
}

co::task<> byARule(workers::Pool &pool, int id) {
  request = id;
  auto &local = buffer;
  if (co_await workers::this_pool())
    use(request);
  if (co_await pool.stopping())
    use(local);
}
