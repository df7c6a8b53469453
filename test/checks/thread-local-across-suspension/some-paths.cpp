// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One path with a suspension between is enough, and there must be one.
#include "Inputs/task.h"
#include <cerrno>
#include <stdexcept>
#include <string>
#include <unistd.h>

co::task<int> fetch(int key);
bool cached(int key);
void use(int value);
void use(const std::string &text);

thread_local std::string buffer;
thread_local int request = 0;

co::task<> inABranch(int key) {
  auto &local = buffer;
  if (!cached(key))
    co_await fetch(key);
  use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'local' refers to a thread-local variable of the thread that coroutine 'inABranch' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-5]]:17: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: ask for it again after the suspension
}

co::task<> inOneOfTwo(int key) {
  request = key;
  if (cached(key))
    use(key);
  else
    co_await fetch(key);
  use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'inOneOfTwo' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> inASwitch(int key) {
  int *last = &request;
  switch (key) {
  case 0:
    co_await fetch(key);
    [[fallthrough]];
  case 1:
    use(*last);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'last' refers to a thread-local variable of the thread that coroutine 'inASwitch' was in before it was suspended [async-thread-local-across-suspension]
    break;
  default:
    use(*last);
  }
}

co::task<> setOnOnePath(int key) {
  if (key > 0)
    request = key;
  co_await fetch(key);
  use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'setOnOnePath' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> byAnd(int key) {
  int &last = request;
  if (key && co_await fetch(key))
    use(last);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'last' refers to a thread-local variable of the thread that coroutine 'byAnd' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> byAConditionalOperator(int key) {
  request = key;
  int value = cached(key) ? 1 : co_await fetch(key);
  use(value + request);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread-local 'request' was set before coroutine 'byAConditionalOperator' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> ofErrno(int descriptor, bool wait) {
  int failed = ::close(descriptor);
  if (wait)
    co_await fetch(1);
  if (failed)
    use(errno);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'errno' was set before coroutine 'ofErrno' was suspended: what ran since may have set it [async-thread-local-across-suspension]
}

// On no path.

co::task<> returns(int key) {
  auto &local = buffer;
  if (!cached(key)) {
    co_await fetch(key);
    co_return;
  }
  use(local);
}

co::task<> throws(int key) {
  request = key;
  if (!cached(key)) {
    co_await fetch(key);
    throw std::runtime_error("not cached");
  }
  use(request);
}

co::task<> inTheOtherBranch(int key) {
  auto &local = buffer;
  if (cached(key))
    use(local);
  else
    co_await fetch(key);
}

co::task<> setAgainOnThatPath(int key) {
  request = key;
  if (!cached(key)) {
    co_await fetch(key);
    request = key;
  }
  use(request);
}

co::task<> usedFirst(int key) {
  request = key;
  if (cached(request) && co_await fetch(key))
    use(key);
}

co::task<> ofASwitch(int key) {
  int *last = &request;
  switch (key) {
  case 0:
    co_await fetch(key);
    break;
  default:
    use(*last);
  }
}

co::task<> neverThere() {
  auto &local = buffer;
  co_return;
  co_await fetch(1);
  use(local);
}
