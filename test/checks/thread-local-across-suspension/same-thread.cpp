// RUN: %check %s --rules=%S/Inputs/workers.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a coroutine stays in its thread, references and ids are still good. But others
// run in that thread, too, while it is suspended.
#include "Inputs/workers.h"
#include <cerrno>
#include <map>
#include <string>
#include <thread>
#include <unistd.h>

workers::local<int> fetch(int key);
workers::pooled<int> fetchInPool(int key);
workers::wandering<int> fetchAnywhere(int key);
void use(int value);
void use(const std::string &text);

thread_local std::string buffer;
thread_local int request = 0;
thread_local int depth = 0;
std::map<std::thread::id, int> counters;

// It need not stay in it.

workers::pooled<> referenceInAPool() {
  auto &local = buffer;
  co_await fetchInPool(1);
  use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'local' refers to a thread-local variable of the thread that coroutine 'referenceInAPool' was in before it was suspended [async-thread-local-across-suspension]
}

workers::wandering<> referenceAnywhere() {
  int *last = &request;
  co_await fetchAnywhere(1);
  use(*last);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'last' refers to a thread-local variable of the thread that coroutine 'referenceAnywhere' was in before it was suspended [async-thread-local-across-suspension]
}

workers::pooled<> idInAPool() {
  auto id = std::this_thread::get_id();
  co_await fetchInPool(1);
  ++counters[id];
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'id' is the thread that coroutine 'idInAPool' was in before it was suspended [async-thread-local-across-suspension]
}

workers::wandering<> idAnywhere() {
  auto id = std::this_thread::get_id();
  co_await fetchAnywhere(1);
  ++counters[id];
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'id' is the thread that coroutine 'idAnywhere' was in before it was suspended [async-thread-local-across-suspension]
}

workers::pooled<> counterInAPool() {
  ++depth;
  co_await fetchInPool(1);
  --depth;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread-local 'depth' was set before coroutine 'counterInAPool' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

// What counts is the coroutine's own type, not that of what it awaits.
workers::pooled<> awaitsALocalOne() {
  auto &local = buffer;
  co_await fetch(1);
  use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'local' refers to a thread-local variable of the thread that coroutine 'awaitsALocalOne' was in before it was suspended [async-thread-local-across-suspension]
}

// It stays.

workers::local<> reference() {
  auto &local = buffer;
  int *last = &request;
  co_await fetch(1);
  use(local);
  ++*last;
}

workers::local<> id() {
  auto id = std::this_thread::get_id();
  int worker = workers::current_worker();
  co_await fetch(1);
  ++counters[id];
  use(worker);
}

workers::local<> addressOfErrno() {
  int *error = &errno;
  co_await fetch(1);
  *error = 0;
}

workers::local<> counter() {
  ++depth;
  co_await fetch(1);
  --depth;
}

workers::local<> awaitsAPooledOne() {
  auto &local = buffer;
  co_await fetchInPool(1);
  use(local);
}

// Others have run in between.

workers::local<> value(int id) {
  request = id;
  co_await fetch(id);
  use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'value' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: keep it in a variable of the coroutine
}

workers::local<> ofErrno(int descriptor) {
  if (::close(descriptor) != 0) {
    co_await fetch(1);
    use(errno);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'errno' was set before coroutine 'ofErrno' was suspended: what ran since may have set it [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:9: note: instead: copy it into a variable before the suspension
  }
}

workers::local<> copies(int id) {
  request = id;
  int mine = request;
  co_await fetch(id);
  request = mine;
  use(request);
}
