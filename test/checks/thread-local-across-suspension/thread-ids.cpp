// RUN: %check %s --rules=%S/Inputs/workers.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The id of the thread that the coroutine was in finds that thread's things, not those
// of the thread that it is in.
#include "Inputs/workers.h"
#include <map>
#include <pthread.h>
#include <set>
#include <thread>
#include <unistd.h>
#include <vector>

co::task<int> fetch(int key);
void use(int value);

std::map<std::thread::id, int> counters;
std::set<std::thread::id> busy;
std::map<pthread_t, int> inC;
std::vector<int> totals;
std::thread::id owner;

co::task<> ofTheStandardLibrary() {
  auto id = std::this_thread::get_id();
  co_await fetch(1);
  ++counters[id];
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'id' is the thread that coroutine 'ofTheStandardLibrary' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:13: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:14: note: instead: ask for it again after the suspension
}

co::task<> constant() {
  const std::thread::id id = std::this_thread::get_id();
  busy.insert(id);
  co_await fetch(1);
  busy.erase(id);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'id' is the thread that coroutine 'constant' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> kept() {
  auto id = std::this_thread::get_id();
  co_await fetch(1);
  owner = id;
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'id' is the thread that coroutine 'kept' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> ofPosix() {
  pthread_t self = pthread_self();
  co_await fetch(1);
  inC[self] = 1;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'self' is the thread that coroutine 'ofPosix' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> ofLinux() {
  auto id = gettid();
  co_await fetch(1);
  totals[id] += 1;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'id' is the thread that coroutine 'ofLinux' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> byARule(workers::Pool &pool) {
  int worker = workers::current_worker();
  int index = pool.index();
  co_await fetch(1);
  ++totals[worker];
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'worker' is the thread that coroutine 'byARule' was in before it was suspended [async-thread-local-across-suspension]
  ++totals[index];
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'index' is the thread that coroutine 'byARule' was in before it was suspended [async-thread-local-across-suspension]
}

// Used before, or asked again.

co::task<> before() {
  auto id = std::this_thread::get_id();
  ++counters[id];
  co_await fetch(1);
}

co::task<> after() {
  co_await fetch(1);
  auto id = std::this_thread::get_id();
  ++counters[id];
}

co::task<> askedEachTime() {
  busy.insert(std::this_thread::get_id());
  co_await fetch(1);
  busy.erase(std::this_thread::get_id());
}

co::task<> notByARule(workers::Pool &pool) {
  int size = pool.size();
  co_await fetch(1);
  ++totals[size];
}

co::task<> ofAnotherThread(std::thread &thread) {
  auto id = thread.get_id();
  co_await fetch(1);
  ++counters[id];
}

co::task<> given(std::thread::id id) {
  co_await fetch(1);
  ++counters[id];
}

co::task<> anotherKey() {
  auto id = std::this_thread::get_id();
  std::thread::id key;
  co_await fetch(1);
  ++counters[key];
  use(id == key);
}
