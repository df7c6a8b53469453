// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A guard whose scope has something else in it may be there for that.
#include "Inputs/task.h"
#include <mutex>
#include <string>

class ScopedTimer {
public:
  explicit ScopedTimer(const char *name);
  ~ScopedTimer();
};

co::task<int> work(int n);
int prepare(int n);
void log(const char *text);
bool isReady();

std::mutex mutex;
int users = 0;

// Nothing else.

co::task<int> onlyTheTask(int n) {
  ScopedTimer timer("onlyTheTask");
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'timer' is gone [async-return-without-await]
}

co::task<int> workBefore(int n) {
  n = prepare(n);
  log("prepared");
  ScopedTimer timer("workBefore");
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'timer' is gone [async-return-without-await]
}

co::task<int> declaredTogether(int n) {
  ScopedTimer timer("declaredTogether");
  std::lock_guard lock(mutex);
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'timer' is gone [async-return-without-await]
}

// Something else.

co::task<int> aStatement(int n) {
  ScopedTimer timer("aStatement");
  log("working");
  return work(n);
}

co::task<int> aVariable(int n) {
  ScopedTimer timer("aVariable");
  int prepared = prepare(n);
  return work(prepared);
}

co::task<int> aBranch(int n) {
  std::lock_guard lock(mutex);
  if (users == 0)
    return work(0);
  ++users;
  return work(n);
}

co::task<int> aLoop(int n) {
  ScopedTimer timer("aLoop");
  while (!isReady())
    ++n;
  return work(n);
}

co::task<int> anInnerScope(int n) {
  {
    ScopedTimer timer("anInnerScope");
    prepare(n);
  }
  return work(n);
}

co::task<int> theScopeOfAnIf(int n) {
  if (std::lock_guard lock(mutex); users == 0)
    ++users;
  return work(n);
}

co::task<int> theScopeOfALoop(int n) {
  for (int i = 0; i < n; ++i) {
    ScopedTimer timer("theScopeOfALoop");
    prepare(i);
  }
  return work(n);
}

co::task<int> theOtherBranch(int n) {
  if (n < 0) {
    ScopedTimer timer("theOtherBranch");
    log("negative");
  } else {
    return work(n);
  }
  return work(0);
}

int noTask(int n) {
  std::lock_guard lock(mutex);
  return prepare(n);
}
