// RUN: %check %s '--checks=-*,async-dangling-*' --rules=%S/Inputs/work.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Work that is started and waited for, while what it refers to still lives.
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
co::task<> greetAnd(const std::string &name, work::ticket &after);

struct flag {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept {}
  void set();
};
co::task<> greetAndSet(const std::string &name, flag &done) {
  co_await wait();
  log(name);
  done.set();
}

// Bad: it is waited for too late, or is not waited for.

co::task<> tooLate() {
  work::ticket greeting = work::start(greet(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await greeting;
}

co::task<> ofAnotherBlock() {
  std::vector<work::ticket> greetings;
  {
    std::string name = readName();
    greetings.push_back(work::start(greet(name)));
// CHECK-MESSAGES: :[[@LINE-1]]:43: warning: the task from 'greet' refers to 'name', which dies {{.*}} [async-dangling-argument]
  }
  co_await greetings[0];
}

co::task<> anotherWait(std::string name, flag &other) {
  work::fire(greet(name));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'greet' refers to 'name', which dies when 'anotherWait' returns [async-dangling-argument]
  co_await other;
}

// Good.

co::task<> itsTicket(std::string name) {
  work::ticket greeting = work::start(greet(name));
  co_await wait();
  co_await greeting;
}

co::task<> atOnce() { co_await work::start(greet(readName())); }

co::task<> severalTickets(std::vector<std::string> names) {
  std::vector<work::ticket> greetings;
  for (const std::string &name : names)
    greetings.push_back(work::start(greet(name)));
  for (auto &each : greetings)
    co_await each;
}

co::task<> inTheSameBlock() {
  for (int i = 0; i < 3; ++i) {
    std::string name = std::to_string(i);
    work::ticket greeting = work::start(greet(name));
    co_await greeting;
  }
}

co::task<> signalled(std::string name) {
  flag done;
  work::fire(greetAndSet(name, done));
  co_await done;
}

void blocking() {
  std::string name = readName();
  work::ticket greeting = work::start(greet(name));
  greeting.wait();
}

// It runs the loop until all is done.
int main() {
  std::string name = readName();
  work::fire(greet(name));
  work::run();
}
