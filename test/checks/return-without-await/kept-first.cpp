// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that is kept in a variable runs no sooner.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <stdexcept>
#include <utility>

co::task<int> load(int key);
own::lazy<int> fetch(int key);
own::lazy<int> retried(own::lazy<int> task, int times);
co::task<int> fallback();
own::lazy<int> nothing();
void check(int key);
void log(const char *text) noexcept;

co::task<int> returned(int key) {
  try {
    auto task = load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
    return task;
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> moved(int key) {
  try {
    co::task<int> task = load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
    log("loading");
    return std::move(task);
  } catch (const std::exception &) {
    return fallback();
  }
}

own::lazy<int> wrapped(int key) {
  try {
    return retried(fetch(key), 3);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'retried' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return nothing();
  }
}

own::lazy<int> wrappedLater(int key) {
  try {
    auto task = fetch(key);
    return retried(std::move(task), 3);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'retried' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return nothing();
  }
}

// Something else throws, or the task was made for a place without a try.

co::task<int> checkedAfterwards(int key) {
  try {
    auto task = load(key);
    check(key);
    return task;
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> returnedAfterTheTry(int key) {
  auto task = load(key);
  try {
    check(key);
  } catch (const std::exception &) {
    return fallback();
  }
  return task;
}

own::lazy<int> begun(int key) {
  auto task = fetch(key);
  try {
    task.start();
    return task;
  } catch (const std::exception &) {
    return nothing();
  }
}

co::task<int> given(co::task<int> task) {
  try {
    return task;
  } catch (const std::exception &) {
    return fallback();
  }
}
