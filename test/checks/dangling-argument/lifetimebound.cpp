// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a declaration says with Clang's attributes needs no body to be seen.
#include "Inputs/task.h"
#include <coroutine>
#include <string>
#include <string_view>
#include <utility>

std::string readName();

template <typename T> class [[clang::coro_return_type, clang::coro_lifetimebound]] bound {
public:
  struct promise_type {
    T value;
    bound get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_value(T);
    void unhandled_exception();
  };
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};

struct operation {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};

bound<int> greet(const std::string &name);
bound<int> greetNumber(int number);
[[clang::coro_wrapper, clang::coro_disable_lifetimebound]] bound<int> greetCopy(const std::string &name);
operation send(std::string_view text [[clang::lifetimebound]]);
operation sendCopy(std::string_view text);

struct client {
  int asked = 0;
  operation ask();
};
const std::string &same(const std::string &text [[clang::lifetimebound]]);
std::string_view trimmed(std::string_view text [[clang::lifetimebound]]);
const std::string &known(const std::string &key);
co::task<int> store(const std::string &name);

// Bad.

co::task<int> taskType() {
  auto greeting = greet(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+2]]:22: note: 'greeting' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:25: note: instead: co_await it in the same statement, or let 'greet' take it by value
  co_return co_await greeting;
}

[[clang::coro_wrapper]] bound<int> returned(std::string name) { return greet(name); }
// CHECK-MESSAGES: :[[@LINE-1]]:78: warning: the task from 'greet' refers to 'name', which dies when 'returned' returns [async-dangling-argument]

co::task<int> parameter() {
  auto sending = send(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await sending;
}

co::task<int> throughAFunction() {
  auto sending = send(trimmed(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  auto greeting = greet(same(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'greet' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await sending + co_await greeting;
}

co::task<int> functionOfALocal() {
  std::string name = readName();
  return store(same(name));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'store' refers to 'name', which dies when 'functionOfALocal' returns [async-dangling-argument]
}

// Good.

co::task<int> awaitedAtOnce() {
  int sum = co_await greet(readName()) + co_await send(readName());
  co_return sum + co_await send(trimmed(readName())) + co_await client().ask();
}

co::task<int> disabled() {
  auto greeting = greetCopy(readName());
  co_return co_await greeting;
}

co::task<int> notMarked() {
  auto sending = sendCopy(readName());
  auto asking = client().ask();
  auto greeting = greet(known(readName()));
  co_return co_await sending + co_await asking + co_await greeting;
}

co::task<int> byValue() {
  auto greeting = greetNumber(1);
  co_return co_await greeting;
}

co::task<int> ofALocalThatLives(std::string name) {
  client c;
  auto greeting = greet(same(name));
  auto sending = send(trimmed(name));
  auto asking = c.ask();
  co_return co_await greeting + co_await sending + co_await asking;
}
