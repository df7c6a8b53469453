// RUN: %check %s '--checks=-*,async-dangling-*' --rules=%S/Inputs/work.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A nursery waits for its tasks, and so they may refer to what was there before.
#include "Inputs/work.h"
#include <string>
#include <utility>
#include <vector>

std::string readName();
void log(const std::string &text);
co::task<> wait();

co::task<> greet(const std::string &name) {
  co_await wait();
  log(name);
}

// Bad: it is there longer than what its tasks refer to.

co::task<> temporary() {
  work::nursery all;
  all.start(greet(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-9]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: co_await it in the same statement, or let 'greet' take it by value
  co_await all.join();
}

co::task<> ofAnInnerBlock() {
  work::nursery all;
  {
    std::string name = readName();
    all.start(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'greet' refers to 'name', which dies {{.*}} [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-20]]:7: note: 'name' is needed here
  }
  co_await all.join();
}

co::task<> ofALoop(std::vector<std::string> names) {
  work::nursery all;
  for (auto name : names)
    all.start(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'greet' refers to 'name', which dies {{.*}} [async-dangling-argument]
  co_await all.join();
}

// Left in the other order: the name dies before the nursery waits.
co::task<> declaredBefore() {
  work::nursery all;
  std::string name = readName();
  all.start(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'greet' refers to 'name', which dies when 'declaredBefore' returns [async-dangling-argument]
  co_await wait();
}

co::task<> ofTheCaller(work::nursery &all) {
  std::string name = readName();
  all.start(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'greet' refers to 'name', which dies when 'ofTheCaller' returns [async-dangling-argument]
  co_await wait();
}

co::task<> temporaryOfTheCaller(work::nursery &all) {
  all.start(greet(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await wait();
}

// Good.

co::task<> declaredAfter() {
  std::string name = readName();
  work::nursery all;
  all.start(greet(name));
  co_await all.join();
}

// The nursery is left first.
co::task<> waitsInItsDestructor() {
  std::string name = readName();
  work::nursery all;
  all.start(greet(name));
  co_await wait();
}

co::task<> ofAParameter(std::string name) {
  work::nursery all;
  all.start(greet(name));
  co_await wait();
}

co::task<> inAnInnerBlock(std::vector<std::string> names) {
  for (auto name : names) {
    work::nursery all;
    all.start(greet(name));
    co_await all.join();
  }
}

co::task<> references(std::vector<std::string> names) {
  work::nursery all;
  for (const auto &name : names)
    all.start(greet(name));
  co_await all.join();
}

co::task<> joinedBeforeItDies() {
  work::nursery all;
  std::string name = readName();
  all.start(greet(name));
  co_await all.join();
}

co::task<> ofTheCallerAndJoined(work::nursery &all) {
  std::string name = readName();
  all.start(greet(name));
  co_await all.join();
}
