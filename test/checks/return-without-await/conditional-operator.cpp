// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each of the tasks that a conditional operator chooses from is returned.
#include "Inputs/task.h"
#include <stdexcept>
#include <string>
#include <utility>

co::task<int> load(int key);
co::task<int> loadAll();
co::task<int> fallback();
bool isCached(int key);
void log(const char *text) noexcept;

struct ScopedTimer {
  explicit ScopedTimer(const char *name) : name(name) {}
  ~ScopedTimer() { log(name); }
  const char *name;
};

co::task<int> both(int key) {
  try {
    return key ? load(key) : loadAll();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-2]]:30: warning: the task from 'loadAll' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> threeOnSeveralLines(int key) {
  try {
    return key > 0   ? load(key)
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
           : key < 0 ? loadAll()
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'loadAll' is returned before it has run: no exception of it is caught here [async-return-without-await]
                     : load(0);
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> inParentheses(int key) {
  try {
    return (key ? (load(key)) : (loadAll()));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-2]]:34: warning: the task from 'loadAll' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> guarded(int key) {
  ScopedTimer timer("load");
  return key ? load(key) : loadAll();
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'load' runs only after 'timer' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-2]]:28: warning: the task from 'loadAll' runs only after 'timer' is gone [async-return-without-await]
}

// The condition throws sooner, or nothing catches.

co::task<int> theConditionThrows(int key) {
  try {
    return isCached(key) ? load(key) : loadAll();
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> anArgumentThrows(std::string key) {
  try {
    return key.empty() ? loadAll() : load(std::stoi(key));
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> nothingCatches(int key) { return key ? load(key) : loadAll(); }

co::task<int> throwsItself(int key) {
  try {
    return key ? load(key) : throw std::out_of_range("key");
  } catch (const std::exception &) {
    return fallback();
  }
}
