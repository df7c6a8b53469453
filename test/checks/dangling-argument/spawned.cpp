// RUN: %check %s '--checks=-*,async-dangling-*' --rules=%S/Inputs/work.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is started runs on its own, when the function that started it is long left.
#include "Inputs/work.h"
#include <memory>
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
co::task<> owns(std::string name) {
  co_await wait();
  log(name);
}

class server {
public:
  co::task<> serve() {
    co_await wait();
    ++served_;
  }

private:
  int served_ = 0;
};

// Bad.

void temporary() {
  work::fire(greet(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-23]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:20: note: instead: make 'temporary' a coroutine and co_await it, or let 'greet' take it by value
  work::forget(greet("world"));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
}

void local() {
  std::string name = readName();
  work::fire(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'greet' refers to 'name', which dies when 'local' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-33]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:20: note: instead: make 'local' a coroutine and co_await it, or let 'greet' take it by value
}

void parameter(std::string name) { work::forget(greet(name)); }
// CHECK-MESSAGES: :[[@LINE-1]]:55: warning: the task from 'greet' refers to 'name', which dies when 'parameter' returns [async-dangling-argument]

void object() {
  server s;
  work::fire(s.serve());
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'server::serve' refers to 's', which dies when 'object' returns [async-dangling-argument]
}

co::task<> temporaryInACoroutine() {
  work::fire(greet(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-49]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:20: note: instead: co_await it in the same statement, or let 'greet' take it by value
  co_await wait();
}

co::task<> localInACoroutine(std::string name) {
  work::fire(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'greet' refers to 'name', which dies when 'localInACoroutine' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-57]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:20: note: instead: co_await it before that, or let 'greet' take it by value
  co_await wait();
}

co::task<> droppedTicket(std::string name) {
  work::start(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'greet' refers to 'name', which dies when 'droppedTicket' returns [async-dangling-argument]
  co_await wait();
}

void keptFirst() {
  std::string name = readName();
  auto greeting = greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to 'name', which dies when 'keptFirst' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:24: note: 'greeting' is started here
// CHECK-MESSAGES: :[[@LINE-73]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:25: note: instead: make 'keptFirst' a coroutine and co_await it, or let 'greet' take it by value
  work::fire(std::move(greeting));
}

co::task<> inALoop() {
  for (int i = 0; i < 3; ++i) {
    std::string name = std::to_string(i);
    work::fire(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'greet' refers to 'name', which dies {{.*}} [async-dangling-argument]
  }
  co_await wait();
}

co::task<> inABlock() {
  {
    std::string name = readName();
    work::fire(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'greet' refers to 'name', which dies {{.*}} [async-dangling-argument]
  }
  co_await wait();
}

// It only says where: whoever awaits it, runs it.
co::task<> elsewhere(work::executor &where) {
  auto greeting = work::with_executor(greet(readName()), where);
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:22: note: 'greeting' is awaited here
// CHECK-MESSAGES: :[[@LINE-101]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:45: note: instead: co_await it in the same statement, or let 'greet' take it by value
  co_await std::move(greeting);
}

// Good.

void copied(std::string name) {
  work::fire(owns(name));
  work::fire(owns(readName()));
  work::forget(owns(std::move(name)));
}

void ofSomebodyElse(server &s, const std::string &name) {
  work::fire(s.serve());
  work::fire(greet(name));
}

void ofAStatic() {
  static server s;
  work::fire(s.serve());
}

void kept() {
  auto s = std::make_shared<server>();
  work::fire(s->serve());
}

class pool {
public:
  void start() {
    for (server &s : servers_)
      work::fire(s.serve());
    work::fire(run());
  }
  co::task<> run() {
    co_await wait();
    log(name_);
  }

private:
  std::string name_;
  std::vector<server> servers_;
};

co::task<> awaitedElsewhere(work::executor &where) {
  co_await work::with_executor(greet(readName()), where);
}
