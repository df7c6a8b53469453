// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// In a loop each iteration may lose the task of the one before.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>
#include <vector>

own::lazy<> save(int key);
void start(own::lazy<>);
bool more();

co::task<> onlyTheLast() {
  own::lazy<> t;
  while (more())
    t = save(1);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'save', kept in 't', is overwritten before it is awaited: it never runs [async-unawaited-task]
  co_await std::move(t);
}

co::task<> onlyTheLastOfAll(std::vector<int> keys) {
  own::lazy<> last;
  for (int key : keys)
    last = save(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'save', kept in 'last', is overwritten before it is awaited: it never runs [async-unawaited-task]
  co_await std::move(last);
}

co::task<> onlyTheEven() {
  for (int i = 0; i < 3; ++i) {
    auto t = save(i);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
    if (i % 2 == 0)
      co_await std::move(t);
  }
}

co::task<> goesOn(bool closed) {
  for (int i = 0; i < 3; ++i) {
    auto t = save(i);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
    if (closed)
      continue;
    co_await std::move(t);
  }
}

co::task<> breaksOff(bool closed) {
  for (;;) {
    auto t = save(1);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'save', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
    if (closed)
      break;
    co_await std::move(t);
  }
}

co::task<> inEachIteration() {
  for (int i = 0; i < 3; ++i) {
    auto t = save(i);
    co_await std::move(t);
  }
}
co::task<> oneAhead() {
  auto next = save(0);
  for (int i = 1; more(); ++i) {
    auto current = std::move(next);
    next = save(i);
    co_await std::move(current);
  }
  co_await std::move(next);
}
// That a loop may run not even once is not held against it.
co::task<> zeroTrips(std::vector<int> keys) {
  auto t = save(0);
  for (int key : keys) {
    if (key == 0) {
      co_await std::move(t);
      break;
    }
  }
}
co::task<> endless() {
  auto t = save(0);
  for (;;) {
    co_await std::move(t);
    t = save(1);
  }
}
co::task<> untilItIsDone() {
  auto t = save(0);
  while (more())
    co_await save(1);
  co_await std::move(t);
}
co::task<> consumedInALoop(std::vector<int> keys) {
  std::vector<own::lazy<>> tasks;
  for (int key : keys)
    tasks.push_back(save(key));
  for (auto &task : tasks)
    co_await std::move(task);
}
void startedInALoop() {
  while (more()) {
    auto t = save(1);
    start(std::move(t));
  }
}
