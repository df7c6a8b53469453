// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The innermost try around a return is the one that looks as if it were for it.
#include "Inputs/task.h"
#include <stdexcept>
#include <string>

co::task<int> load(int key);
co::task<int> fallback();
void check(int key);
void log(const char *text) noexcept;

co::task<int> inTheInner(int key) {
  try {
    try {
      return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:14: note: instead: make 'inTheInner' a coroutine and co_await the task in it
    } catch (const std::out_of_range &) {
      log("out of range");
      throw;
    }
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> inTheOuter(int key) {
  try {
    try {
      log("loading");
    } catch (const std::out_of_range &) {
      log("out of range");
    }
    return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'inTheOuter' a coroutine and co_await the task in it
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> inTheInnerHandler(int key) {
  try {
    try {
      log("loading");
    } catch (const std::out_of_range &) {
      return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+4]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:14: note: instead: make 'inTheInnerHandler' a coroutine and co_await the task in it
    }
    log("not loaded");
  } catch (const std::exception &) {
    log("failed");
  }
  return fallback();
}

co::task<int> inALoop(int key) {
  for (;;) {
    try {
      return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
    } catch (const std::exception &) {
      log("again");
    }
  }
}

// What the inner or the outer one is for, throws sooner.

co::task<int> checkedInTheInner(int key) {
  try {
    try {
      check(key);
      return load(key);
    } catch (const std::out_of_range &) {
      log("out of range");
      throw;
    }
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> checkedBefore(int key) {
  try {
    try {
      check(key);
    } catch (const std::out_of_range &) {
      key = 0;
    }
    return load(key);
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> afterTheTry(int key) {
  try {
    try {
      check(key);
    } catch (const std::out_of_range &) {
      key = 0;
    }
  } catch (const std::exception &) {
    return fallback();
  }
  return load(key);
}

co::task<int> again(int key) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    try {
      check(key);
      break;
    } catch (const std::exception &) {
      ++key;
    }
  }
  return load(key);
}
