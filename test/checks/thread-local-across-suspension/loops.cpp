// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// In a loop, what comes before the suspension in the text also comes after it.
#include "Inputs/task.h"
#include <map>
#include <string>
#include <thread>

co::task<int> fetch(int key);
void use(int value);
void use(const std::string &text);

thread_local std::string buffer;
thread_local int request = 0;
thread_local int depth = 0;
std::map<std::thread::id, int> counters;

co::task<> takenOutside() {
  auto &local = buffer;
  for (int key = 0; key < 3; ++key) {
    use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'local' refers to a thread-local variable of the thread that coroutine 'takenOutside' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:17: note: taken here
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:9: note: instead: ask for it again after the suspension
    co_await fetch(key);
  }
}

co::task<> usedAfterTheLoop() {
  int *count = &depth;
  while (co_await fetch(1))
    use("again");
  ++*count;
// CHECK-MESSAGES: :[[@LINE-1]]:6: warning: 'count' refers to a thread-local variable of the thread that coroutine 'usedAfterTheLoop' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> eachTime() {
  for (;;) {
    auto &local = buffer;
    local.clear();
    co_await fetch(1);
    use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'local' refers to a thread-local variable of the thread that coroutine 'eachTime' was in before it was suspended [async-thread-local-across-suspension]
  }
}

co::task<> idOutside() {
  auto id = std::this_thread::get_id();
  do {
    ++counters[id];
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'id' is the thread that coroutine 'idOutside' was in before it was suspended [async-thread-local-across-suspension]
  } while (co_await fetch(1));
}

co::task<> setOutside(int id) {
  request = id;
  for (int key = 0; key < 3; ++key) {
    use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread-local 'request' was set before coroutine 'setOutside' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
    co_await fetch(key);
  }
}

co::task<> setAtTheEnd() {
  for (int key = 0; key < 3; ++key) {
    co_await fetch(request);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: thread-local 'request' was set before coroutine 'setAtTheEnd' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
    request = key;
    co_await fetch(key);
  }
}

co::task<> inTheCondition() {
  int &count = depth;
  while (count < 3)
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'count' refers to a thread-local variable of the thread that coroutine 'inTheCondition' was in before it was suspended [async-thread-local-across-suspension]
    co_await fetch(1);
}

// Taken, set and asked between two suspensions.

co::task<> takenEachTime() {
  for (int key = 0; key < 3; ++key) {
    auto &local = buffer;
    local.clear();
    use(local);
    co_await fetch(key);
  }
}

co::task<> takenAfterEach() {
  while (co_await fetch(1)) {
    auto &local = buffer;
    use(local);
    auto id = std::this_thread::get_id();
    ++counters[id];
  }
}

co::task<> setEachTime() {
  for (int key = 0; key < 3; ++key) {
    request = key;
    use(request);
    co_await fetch(key);
  }
}

co::task<> loopWithoutSuspension() {
  auto &local = buffer;
  for (int i = 0; i < 3; ++i)
    use(local);
  co_await fetch(1);
}

co::task<> leftAtOnce() {
  auto &local = buffer;
  for (;;) {
    use(local);
    if (local.empty())
      break;
    local.clear();
  }
  co_await fetch(1);
}

co::task<> leftAfterTheSuspension() {
  auto &local = buffer;
  for (;;) {
    use(local);
    co_await fetch(1);
    break;
  }
}
