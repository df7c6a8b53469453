// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A reference or pointer to a thread-local variable is one to that of the thread that
// took it, wherever the coroutine goes on.
#include "Inputs/task.h"
#include <array>
#include <string>

struct Point {
  int x;
  int y;
};
struct Statistics {
  int requests;
  int errors;
  int latencies[8];
  Point last;
};

co::task<int> fetch(int key);
void use(int value);
void use(const std::string &text);

thread_local Statistics statistics;
thread_local std::string buffer;
thread_local int table[4];
extern thread_local int elsewhere;
__thread int asInC;

struct Worker {
  static thread_local int count;
  static inline thread_local std::string name;
};

co::task<> reference() {
  auto &local = buffer;
  co_await fetch(1);
  use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'local' refers to a thread-local variable of the thread that coroutine 'reference' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:17: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: ask for it again after the suspension
}

co::task<> pointer() {
  int *count = &elsewhere;
  use(*count);
  co_await fetch(1);
  use(*count);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'count' refers to a thread-local variable of the thread that coroutine 'pointer' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-5]]:16: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:8: note: instead: ask for it again after the suspension
}

co::task<> constant() {
  const std::string &text = buffer;
  const auto *const requests = &statistics.requests;
  co_await fetch(1);
  use(text);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'text' refers to a thread-local variable of the thread that coroutine 'constant' was in before it was suspended [async-thread-local-across-suspension]
  use(*requests);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'requests' refers to a thread-local variable of the thread that coroutine 'constant' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> parts() {
  int &errors = statistics.errors;
  int *last = &statistics.last.y;
  int &latency = statistics.latencies[3];
  co_await fetch(1);
  errors = 0;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'errors' refers to a thread-local variable of the thread that coroutine 'parts' was in before it was suspended [async-thread-local-across-suspension]
  *last = 1;
// CHECK-MESSAGES: :[[@LINE-1]]:4: warning: 'last' refers to a thread-local variable of the thread that coroutine 'parts' was in before it was suspended [async-thread-local-across-suspension]
  ++latency;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'latency' refers to a thread-local variable of the thread that coroutine 'parts' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> elements(int index) {
  int &element = table[index];
  int *other = &table[0];
  co_await fetch(1);
  use(element);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'element' refers to a thread-local variable of the thread that coroutine 'elements' was in before it was suspended [async-thread-local-across-suspension]
  use(*other);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'other' refers to a thread-local variable of the thread that coroutine 'elements' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> staticMembers() {
  int &count = Worker::count;
  auto *name = &Worker::name;
  co_await fetch(1);
  ++count;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'count' refers to a thread-local variable of the thread that coroutine 'staticMembers' was in before it was suspended [async-thread-local-across-suspension]
  name->clear();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'name' refers to a thread-local variable of the thread that coroutine 'staticMembers' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> ofC() {
  int *value = &asInC;
  co_await fetch(1);
  use(*value);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'value' refers to a thread-local variable of the thread that coroutine 'ofC' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> inParentheses() {
  int *value = (&(elsewhere));
  co_await fetch(1);
  use((*value));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'value' refers to a thread-local variable of the thread that coroutine 'inParentheses' was in before it was suspended [async-thread-local-across-suspension]
}

// The first use is told.
co::task<> usedTwice() {
  auto &local = buffer;
  co_await fetch(1);
  local.clear();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'local' refers to a thread-local variable of the thread that coroutine 'usedTwice' was in before it was suspended [async-thread-local-across-suspension]
  co_await fetch(2);
  use(local);
}

// Copied: it is the coroutine's own.

co::task<> copy() {
  auto text = buffer;
  int count = statistics.requests;
  Statistics all = statistics;
  co_await fetch(1);
  use(text);
  use(count);
  use(all.errors);
}

co::task<> aReferenceToACopy() {
  const std::string text = buffer;
  const std::string &local = text;
  auto all = statistics;
  int *errors = &all.errors;
  co_await fetch(1);
  use(local);
  use(*errors);
}

// Used before only.

co::task<> before() {
  auto &local = buffer;
  int *count = &statistics.requests;
  use(local);
  ++*count;
  co_await fetch(1);
  use("done");
}

co::task<> inAScopeBefore() {
  {
    auto &local = buffer;
    local.clear();
  }
  co_await fetch(1);
}

// Taken after.

co::task<> after() {
  co_await fetch(1);
  auto &local = buffer;
  int *errors = &statistics.errors;
  use(local);
  ++*errors;
}

co::task<> takenAgain() {
  {
    auto &local = buffer;
    use(local);
  }
  co_await fetch(1);
  auto &local = buffer;
  use(local);
}

co::task<> between() {
  co_await fetch(1);
  int *count = &statistics.requests;
  ++*count;
  co_await fetch(2);
}

// Other variables.

std::string shared;
static std::array<int, 4> totals;

co::task<> ofAllThreads() {
  auto &text = shared;
  int *total = &totals[0];
  static int calls = 0;
  int *count = &calls;
  co_await fetch(1);
  use(text);
  use(*total);
  use(*count);
}

co::task<> ownVariables() {
  std::string text;
  auto &local = text;
  co_await fetch(1);
  use(local);
}

// What a thread-local pointer points to need not be the thread's.

struct Request {
  int key;
};
thread_local Request *current = nullptr;

co::task<> pointedTo() {
  Request *request = current;
  int *key = &current->key;
  co_await fetch(1);
  use(request->key);
  use(*key);
}

// No coroutine.

int ordinary() {
  auto &local = buffer;
  use(local);
  return local.empty() ? 0 : 1;
}
