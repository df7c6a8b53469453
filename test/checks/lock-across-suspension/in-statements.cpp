// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Guards that are declared in the head of a statement live until its end.
#include "Inputs/task.h"
#include <initializer_list>
#include <mutex>
#include <vector>

co::task<> store(int value);
co::task<bool> isKnown(int value);
bool enabled();
int state();

std::mutex m;
std::vector<int> values;

co::task<> ifInitializer() {
  if (std::lock_guard l(m); enabled())
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: guard 'l' is held while coroutine 'ifInitializer' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
}

co::task<> elseBranch() {
  if (std::lock_guard l(m); enabled())
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: guard 'l' is held while coroutine 'elseBranch' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    values.clear();
  else
    co_await store(1);
}

co::task<> itsOwnCondition() {
  if (std::lock_guard l(m); co_await isKnown(1))
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: guard 'l' is held while coroutine 'itsOwnCondition' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    values.clear();
}

co::task<> elseIf() {
  if (enabled())
    co_await store(0);
  else if (std::scoped_lock l(m); enabled())
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: guard 'l' is held while coroutine 'elseIf' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
}

co::task<> condition() {
  if (std::unique_lock l{m})
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: guard 'l' is held while coroutine 'condition' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
}

co::task<> switchInitializer() {
  switch (std::lock_guard l(m); state()) {
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: guard 'l' is held while coroutine 'switchInitializer' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  case 0:
    values.clear();
    break;
  default:
    co_await store(1);
  }
}

co::task<> whileCondition() {
  while (std::unique_lock l{m}) {
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: guard 'l' is held while coroutine 'whileCondition' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
  }
}

co::task<> forInitializer() {
  for (std::lock_guard l(m); enabled();)
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: guard 'l' is held while coroutine 'forInitializer' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
}

co::task<> rangeInitializer() {
  for (std::lock_guard l(m); int value : values)
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: guard 'l' is held while coroutine 'rangeInitializer' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(value);
}

co::task<> rangeBody() {
  for (int value : values) {
    std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: guard 'l' is held while coroutine 'rangeBody' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(value);
  }
}

co::task<> handler() {
  bool failed = false;
  try {
    std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: guard 'l' is held while coroutine 'handler' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await store(2);
}

// After the statement it is gone.

co::task<> afterAnIf() {
  if (std::lock_guard l(m); enabled())
    values.clear();
  co_await store(1);
}

co::task<> afterASwitch() {
  switch (std::lock_guard l(m); state()) {
  case 0:
    values.clear();
  }
  co_await store(1);
}

co::task<> afterLoops() {
  for (std::lock_guard l(m); int &value : values)
    ++value;
  co_await store(1);
  for (std::lock_guard l(m); enabled();)
    values.pop_back();
  co_await store(2);
}

co::task<> beforeInALoop() {
  for (int value : std::initializer_list<int>{1, 2, 3}) {
    co_await store(value);
    std::lock_guard l(m);
    values.push_back(value);
  }
}

co::task<> beforeInAnEndlessLoop() {
  for (;;) {
    co_await store(1);
    std::unique_lock l(m);
    if (values.empty())
      continue;
    values.pop_back();
    if (values.empty())
      break;
  }
  co_await store(2);
}

co::task<> leftByGoto() {
again: {
  std::lock_guard l(m);
  if (values.empty())
    goto empty;
  values.pop_back();
  goto again;
}
empty:
  co_await store(1);
}

co::task<> withoutAnInitializer() {
  if (enabled())
    std::lock_guard l(m);
  co_await store(1);
}

co::task<> labelled() {
  {
    std::lock_guard l(m);
    values.clear();
  }
  std::lock_guard l(m);
  values.clear();
}
