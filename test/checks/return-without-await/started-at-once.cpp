// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that is no coroutine can do something before it returns a lazy task, and
// that is guarded.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

class ScopedTimer {
public:
  explicit ScopedTimer(const char *name);
  ~ScopedTimer();
};

co::task<int> read(int descriptor);
int openFile(const std::string &path);
co::task<int> fallback();

std::mutex mutex;
int requests = 0;

// Coroutines do nothing before they are awaited, wherever they are defined.

co::task<int> coroutine(int n) { co_return ++requests + n; }
co::task<int> declared(int n);

struct Reader {
  co::task<int> next() { co_return co_await read(descriptor); }
  int descriptor = 0;
};

co::task<int> ofADefinedCoroutine(int n) {
  std::lock_guard lock(mutex);
  return coroutine(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'coroutine' runs only after 'lock' is gone [async-return-without-await]
}

co::task<int> ofADeclaredOne(int n) {
  try {
    return declared(n);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'declared' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> ofAMethod(Reader &reader) {
  ScopedTimer timer("read");
  return reader.next();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'Reader::next' runs only after 'timer' is gone [async-return-without-await]
}

co::task<int> ofALambda(int n) {
  ScopedTimer timer("lambda");
  return [](int n) -> co::task<int> { co_return n; }(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from a lambda runs only after 'timer' is gone [async-return-without-await]
}

// Ordinary functions begin with something.

co::task<int> readFile(const std::string &path) { return read(openFile(path)); }

co::task<int> counted(int n) {
  ++requests;
  return declared(n);
}

own::lazy<int> fetch(int n);
own::lazy<int> begun(int n) {
  own::lazy<int> task = fetch(n);
  task.start();
  return task;
}

co::task<int> opened(const std::string &path) {
  try {
    return readFile(path);
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> countedUnderALock(int n) {
  std::lock_guard lock(mutex);
  return counted(n);
}

own::lazy<int> begunInAScope(int n) {
  ScopedTimer timer("begin");
  return begun(n);
}

co::task<int> countedByALambda(int n) {
  auto count = [](int n) {
    ++requests;
    return declared(n);
  };
  std::lock_guard lock(mutex);
  return count(n);
}
