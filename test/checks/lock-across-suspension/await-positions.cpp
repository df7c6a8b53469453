// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Wherever in an expression or a statement the co_await stands.
#include "Inputs/task.h"
#include <mutex>
#include <string>
#include <vector>

co::task<int> load(int key);
co::task<bool> isKnown(int key);
co::task<std::string> name(int key);
co::task<std::vector<int>> all();
co::task<> store(int value);
int sum(int one, int two);
void keep(int value);

struct Entry {
  explicit Entry(int key);
  int key;
  std::string name;
};

std::mutex m;
int values[8];

co::task<> initializer() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'initializer' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  int value = co_await load(1);
  keep(value);
}

co::task<> initializerInBraces() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'initializerInBraces' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  const int value{co_await load(1)};
  keep(value);
}

co::task<> constructor() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'constructor' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  Entry entry(co_await load(1));
  keep(entry.key);
}

co::task<> argument() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'argument' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  keep(sum(1, co_await load(1)));
}

co::task<> argumentOfAnAwaitedCall() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'argumentOfAnAwaitedCall' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(co_await load(1));
}

co::task<> operand() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'operand' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  values[0] = 1 + co_await load(1) * 2;
}

co::task<> compound() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'compound' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  values[co_await load(1)] += 1;
}

co::task<> ofAMember() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'ofAMember' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  keep((co_await name(1)).size());
}

co::task<> condition() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'condition' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (co_await isKnown(1))
    keep(1);
}

co::task<> negated() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'negated' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (!co_await isKnown(1))
    co_return;
  keep(1);
}

co::task<> secondOfTwo(bool fast) {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'secondOfTwo' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (fast || co_await isKnown(1))
    keep(1);
}

co::task<> oneOfTwo(bool fast) {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'oneOfTwo' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  keep(fast ? 0 : co_await load(1));
}

co::task<> loopCondition() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'loopCondition' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  while (co_await isKnown(1))
    keep(1);
}

co::task<> loopAtItsEnd() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'loopAtItsEnd' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  do
    keep(1);
  while (co_await isKnown(1));
}

co::task<> loopIncrement() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'loopIncrement' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  for (int i = 0; i < 8; i += co_await load(i))
    keep(i);
}

co::task<> loopRange() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'loopRange' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  for (int value : co_await all())
    keep(value);
}

co::task<> switched() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'switched' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  switch (co_await load(1)) {
  case 1:
    keep(1);
  }
}

co::task<int> returned() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'returned' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_return co_await load(1);
}

co::task<int> returnedInPart() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'returnedInPart' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_return sum(values[0], co_await load(1));
}

co::task<> aggregate() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'aggregate' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  int pair[] = {co_await load(1), co_await load(2)};
  keep(pair[0]);
}

co::task<> declaredInACondition() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'declaredInACondition' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (int value = co_await load(1))
    keep(value);
}

co::task<> structuredBinding() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'structuredBinding' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  auto [key, text] = Entry(co_await load(1));
  keep(key);
}

co::task<> discarded() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'discarded' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  (void)co_await load(1);
}

co::task<> ofAnotherAwait() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'ofAnotherAwait' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  auto later = load(1);
  keep(co_await std::move(later));
}

// Awaited before it is locked, in the same places.

co::task<> awaitedFirst() {
  int value = co_await load(1);
  keep(sum(1, co_await load(1)));
  if (!co_await isKnown(1))
    co_return;
  auto [key, text] = Entry(co_await load(1));
  auto values = co_await all();
  std::lock_guard l(m);
  for (int each : values)
    keep(each + value + key);
}

co::task<> awaitedForTheLock(std::vector<std::mutex> &mutexes) {
  std::lock_guard l(mutexes[co_await load(1)]);
  keep(1);
}

co::task<> loopRangeBefore() {
  for (int value : co_await all()) {
    std::lock_guard l(m);
    keep(value);
  }
}

co::task<> loopConditionOutside() {
  while (co_await isKnown(1)) {
    std::lock_guard l(m);
    keep(1);
  }
}

co::task<int> returnedFromABlock() {
  {
    std::lock_guard l(m);
    keep(1);
  }
  co_return sum(values[0], co_await load(1));
}

// Its task is made with the lock, and awaited without.
co::task<> awaitedLater() {
  auto later = [] {
    std::lock_guard l(m);
    return load(values[0]);
  }();
  keep(co_await std::move(later));
}

// Never evaluated.
co::task<> unevaluated() {
  std::lock_guard l(m);
  using Loaded = decltype(load(1));
  keep(sizeof(Loaded));
  co_return;
}

co::task<> neverReached() {
  std::lock_guard l(m);
  if (false)
    co_await store(1);
  if constexpr (sizeof(int) == 1)
    co_await store(1);
  co_return;
  co_await store(1);
}
