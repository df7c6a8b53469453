// RUN: %check %s --rules=%S/Inputs/work.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a user's rules say about starting work.
#include "Inputs/work.h"

co::task<> step();

void handles() {
  work::start(step());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'work::start' is dropped: the pool has forgotten it by then [async-dropped-task-handle]
  work::start_detaching(step());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'work::start_detaching' is dropped: it goes on alone and its errors are lost [async-dropped-task-handle]
  work::start_waiting(step());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'work::start_waiting' is dropped: dropping it blocks the thread until its work is done [async-dropped-task-handle]
  work::start_cancelling(step());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the promise from 'work::start_cancelling' is dropped: dropping it cancels its work [async-dropped-task-handle]
  work::start_thread(step());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread from 'work::start_thread' is dropped: dropping it ends the program [async-dropped-task-handle]
  work::start_strict(step());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'work::start_strict' is dropped: dropping it unfinished fails an assertion [async-dropped-task-handle]
}

work::ticket kept(bool late) {
  work::ticket unused = work::start_thread(step());
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the thread from 'work::start_thread', kept in 'unused', is never used: dropping it ends the program [async-dropped-task-handle]
  work::ticket last;
  last = work::start_waiting(step());
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the future from 'work::start_waiting', kept in 'last', is overwritten before it is used: {{.*}} [async-dropped-task-handle]
  last = work::start(step());
  last.wait();
  auto sometimes = work::start(step());
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the future from 'work::start', kept in 'sometimes', is not used on every path: the pool has forgotten it by then [async-dropped-task-handle]
  if (late)
    return work::start(step());
  return sometimes;
}

co::task<> fails() {
  co_await step();
  throw 1;
}
co::task<> succeeds() { co_return; }
co::task<> answersForItself() {
  try {
    co_await step();
    throw 1;
  } catch (...) {
  }
}

void nothingComesBack() {
  work::fire(fails());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'fails' is started by 'work::fire' and nobody sees its errors: the pool writes no log [async-dropped-task-handle]
  work::forget(fails());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'fails' is started by 'work::forget' and nobody sees its errors: there is no log [async-dropped-task-handle]
  work::fire(step());
  work::fire(succeeds());
  work::fire(answersForItself());
  work::forget(answersForItself());
}
