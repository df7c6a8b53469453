// RUN: %check %s '--checks=-*,async-dangling-*' --rules=%S/Inputs/work.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A closure that is started, and lives until it is done: what it captures by
// reference does not.
#include "Inputs/work.h"
#include <memory>
#include <string>
#include <utility>
#include <vector>

std::string readName();
void log(const std::string &text);
co::task<void> wait();

// Bad.

void byReference() {
  std::string name = readName();
  work::fire([&name]() -> co::task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'name', which this coroutine lambda captures by reference, dies when 'byReference' returns, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE-2]]:14: note: instead: capture it by value
    co_await wait();
    log(name);
  });
}

void byDefault(int number) {
  work::fire([&]() -> co::task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'number', which this coroutine lambda captures by reference, dies when 'byDefault' returns, before its task is done [async-dangling-capture]
    co_await wait();
    ++number;
  });
}

co::task<> inACoroutine(std::string name) {
  work::fire([&name]() -> co::task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'name', which this coroutine lambda captures by reference, dies when 'inACoroutine' returns, before its task is done [async-dangling-capture]
    co_await wait();
    log(name);
  });
  co_await wait();
}

void oneOfThem(std::string name) {
  int number = 0;
  work::fire([name, &number]() -> co::task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'number', which this coroutine lambda captures by reference, dies when 'oneOfThem' returns, before its task is done [async-dangling-capture]
    log(name);
    ++number;
    co_return;
  });
}

void pointer() {
  int number = 0;
  work::fire([pointer = &number]() -> co::task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'number', which {{.*}} dies {{.*}}, before its task is done [async-dangling-capture]
    ++*pointer;
    co_return;
  });
}

void calledAtOnce(std::string name) {
  work::fire([name]() -> co::task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:9: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:14: note: instead: pass it what it needs as arguments
    co_await wait();
    log(name);
  }());
}

co::task<> inANursery(std::vector<std::string> names) {
  work::nursery all;
  for (std::string name : names)
    all.start([&name]() -> co::task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'name', which this coroutine lambda captures by reference, dies {{.*}}, before its task is done [async-dangling-capture]
      log(name);
      co_return;
    });
  co_await all.join();
}

// Good.

void byValue(std::string name) {
  work::fire([name]() -> co::task<> {
    co_await wait();
    log(name);
  });
  work::fire([name = std::move(name)]() -> co::task<> {
    co_await wait();
    log(name);
  });
}

void ofSomebodyElse(std::string &name, const int &number) {
  work::fire([&name, &number]() -> co::task<> {
    co_await wait();
    if (number)
      log(name);
  });
}

void ofAStatic() {
  static std::string name = readName();
  work::fire([&]() -> co::task<> {
    log(name);
    co_return;
  });
}

void shared() {
  auto name = std::make_shared<std::string>(readName());
  work::fire([name]() -> co::task<> {
    log(*name);
    co_return;
  });
}

class server {
public:
  void start() {
    work::fire([this]() -> co::task<> {
      co_await wait();
      ++served_;
    });
  }

private:
  int served_ = 0;
};

co::task<> joined(std::string name) {
  auto greeting = work::start([&]() -> co::task<> {
    log(name);
    co_return;
  });
  co_await wait();
  co_await greeting;
}

co::task<> inANurseryInside(std::vector<std::string> names) {
  work::nursery all;
  for (std::string &name : names)
    all.start([&name]() -> co::task<> {
      log(name);
      co_return;
    });
  co_await all.join();
}

co::task<> signalled(std::string name) {
  work::ticket done;
  work::fire([&name, &done]() -> co::task<> {
    log(name);
    co_await done;
  });
  co_await done;
}

// The loop runs until all is done.
int main() {
  std::string name = readName();
  work::fire([&]() -> co::task<> {
    log(name);
    co_return;
  });
  work::run_loop();
}
