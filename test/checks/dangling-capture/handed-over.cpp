// RUN: %check %s '--checks=-*,async-dangling-*' --rules=%S/Inputs/work.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that calls a closure and then destroys it, though the coroutine has
// only begun. Rules say which do.
#include "Inputs/work.h"
#include <functional>
#include <string>
#include <utility>

std::string readName();
void log(const std::string &text);
co::task<void> wait();
co::task<int> count(int number);

// Bad.

co::task<> continuation(std::string name) {
  co_await work::ask().then([name]() -> co::task<void> {
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the captures of this coroutine lambda die as soon as 'work::promise::then' has called it, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:9: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:29: note: instead: pass it what it needs as arguments
    co_await wait();
    log(name);
  });
}

co::task<> continuations(int number, std::string name) {
  co_await work::ask()
      .then([] { return 1; })
      .then([&name]() -> co::task<void> {
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the captures of this coroutine lambda die as soon as 'work::promise::then' has called it, before its task is done [async-dangling-capture]
        co_await wait();
        log(name);
      })
      .finally([number]() -> co::task<int> { co_return number; });
}

co::task<> inAVariable(std::string name) {
  auto greet = [name]() -> co::task<void> {
    co_await wait();
    log(name);
  };
  co_await work::ask().then(greet);
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the captures of this coroutine lambda die as soon as 'work::promise::then' has called it, before its task is done [async-dangling-capture]
}

class server {
public:
  co::task<> run() {
    co_await work::ask().then([this]() -> co::task<int> { co_return ++served_; });
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the captures of this coroutine lambda die as soon as 'work::promise::then' has called it, before its task is done [async-dangling-capture]
  }

private:
  int served_ = 0;
};

// Good.

co::task<> untilDone(std::string name) {
  co_await work::ask().finally([name]() -> co::task<void> {
    co_await wait();
    log(name);
  });
}

co::task<> notSaid(std::string name) {
  co_await work::ask().always([name]() -> co::task<void> {
    co_await wait();
    log(name);
  });
}

co::task<> withoutCaptures() {
  co_await work::ask().then([]() -> co::task<void> { co_await wait(); });
}

co::task<> ordinary(int number, std::string name) {
  co_await work::ask().then([number] { return count(number); });
  co_await work::ask().then([name] { log(name); });
}
