// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A closure's suspensions are its own.
#include "Inputs/task.h"
#include <functional>
#include <map>
#include <string>
#include <thread>

co::task<int> fetch(int key);
void use(int value);
void use(const std::string &text);
void onRequest(std::function<co::task<>(int)> handler);

thread_local std::string buffer;
thread_local int request = 0;
std::map<std::thread::id, int> counters;

void handlers() {
  onRequest([](int key) -> co::task<> {
    auto &local = buffer;
    co_await fetch(key);
    use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'local' refers to a thread-local variable of the thread that a coroutine lambda was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:9: note: instead: ask for it again after the suspension
  });
  onRequest([](int key) -> co::task<> {
    request = key;
    co_await fetch(key);
    use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread-local 'request' was set before a coroutine lambda was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:9: note: instead: keep it in a variable of the coroutine
  });
  onRequest([](int key) -> co::task<> {
    auto id = std::this_thread::get_id();
    co_await fetch(key);
    ++counters[id];
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'id' is the thread that a coroutine lambda was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:15: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:16: note: instead: ask for it again after the suspension
  });
}

co::task<> captured() {
  auto &local = buffer;
  co_await fetch(1);
  auto use_it = [&local] { use(local); };
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'local' refers to a thread-local variable of the thread that coroutine 'captured' was in before it was suspended [async-thread-local-across-suspension]
  use_it();
}

// Not between what the closure does itself.

void finished() {
  onRequest([](int key) -> co::task<> {
    auto &local = buffer;
    use(local);
    co_await fetch(key);
  });
  onRequest([](int key) -> co::task<> {
    co_await fetch(key);
    request = key;
    use(request);
  });
}

co::task<> awaitedElsewhere() {
  request = 1;
  auto &local = buffer;
  auto later = [](int key) -> co::task<> { co_await fetch(key); };
  use(request);
  use(local);
  co_await later(1);
}

co::task<> anOrdinaryClosure() {
  auto remember = [](int key) {
    request = key;
    use(request);
  };
  remember(1);
  co_await fetch(1);
  remember(2);
}

void aroundACoroutine() {
  auto &local = buffer;
  request = 1;
  onRequest([](int key) -> co::task<> { co_await fetch(key); });
  use(local);
  use(request);
}
