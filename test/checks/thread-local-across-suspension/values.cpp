// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a coroutine has put into a thread-local variable is there until the thread does
// something else: at the next suspension.
#include "Inputs/task.h"
#include <string>

co::task<int> fetch(int key);
void use(int value);
void use(const std::string &text);
bool enabled();

thread_local int request = 0;
thread_local std::string user;
thread_local const char *stage = nullptr;

struct Session {
  static thread_local int id;
};

co::task<> scalar(int id) {
  request = id;
  co_await fetch(id);
  use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'scalar' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: keep it in a variable of the coroutine
}

co::task<> object(std::string name) {
  user = name;
  co_await fetch(1);
  use(user);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'user' was set before coroutine 'object' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: keep it in a variable of the coroutine
}

co::task<> pointer() {
  stage = "fetching";
  co_await fetch(1);
  use(stage);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'stage' was set before coroutine 'pointer' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> staticMember(int id) {
  Session::id = id;
  co_await fetch(id);
  use(Session::id);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'id' was set before coroutine 'staticMember' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> askedFor(int id) {
  request = id;
  co_await fetch(id);
  if (request == id)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'askedFor' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
    use(id);
}

co::task<> inTheSameExpression(int id) {
  request = id;
  use(co_await fetch(id) + request);
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: thread-local 'request' was set before coroutine 'inTheSameExpression' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

co::task<> passedOnByReference(std::string name) {
  user = name;
  co_await fetch(1);
  std::string &found = user;
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: thread-local 'user' was set before coroutine 'passedOnByReference' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
  use(found);
}

co::task<> setTwice(int id) {
  request = id;
  use(request);
  request = id + 1;
  co_await fetch(id);
  use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'setTwice' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: keep it in a variable of the coroutine
}

co::task<> setOnBothPaths(int id) {
  if (enabled())
    request = id;
  else
    request = -id;
  co_await fetch(id);
  use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'setOnBothPaths' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

// Read before.

co::task<> readAtOnce(int id) {
  request = id;
  use(request);
  co_await fetch(request);
}

co::task<> copiedBefore(int id) {
  request = id;
  int mine = request;
  co_await fetch(id);
  use(mine);
}

// Set again after: nobody relies on what was before.

co::task<> setAgain(int id) {
  request = id;
  use(request);
  co_await fetch(id);
  request = id;
  use(request);
}

co::task<> setBack(std::string name) {
  user = name;
  use(user);
  co_await fetch(1);
  user = "";
}

co::task<> setToTheResult(int id) {
  request = id;
  request = co_await fetch(id);
  use(request);
}

co::task<> setByTheResult() {
  request = co_await fetch(1);
  use(request);
}

// Only set, or only read.

co::task<> onlySet(int id) {
  request = id;
  co_await fetch(id);
}

co::task<> onlyRead() {
  use(request);
  co_await fetch(1);
  use(request);
}

co::task<> sizes(int id) {
  request = id;
  co_await fetch(id);
  use(static_cast<int>(sizeof(request)));
}

// Others.

int shared = 0;

co::task<> ofAllThreads(int id) {
  shared = id;
  co_await fetch(id);
  use(shared);
}

void ordinary(int id) {
  request = id;
  use(request);
}
