// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is awaited need not be a task: an operation that keeps a reference to its
// argument until it is awaited is as good, and as bad.
#include "Inputs/task.h"
#include <coroutine>
#include <string>
#include <string_view>
#include <utility>

std::string readName();

struct sendOperation {
  std::string_view text;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
struct ownOperation {
  std::string text;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};

sendOperation send(std::string_view text) { return {text}; }
sendOperation sendLine(const std::string &text) { return sendOperation{text}; }
ownOperation sendCopy(std::string_view text) { return {std::string(text)}; }
sendOperation unseen(std::string_view text);

co::task<int> temporary() {
  auto sending = send(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await sending;
}

co::task<int> reference() {
  auto sending = sendLine("hello");
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the task from 'sendLine' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await sending;
}

sendOperation ofALocal() {
  std::string name = readName();
  return send(name);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'send' refers to 'name', which dies when 'ofALocal' returns [async-dangling-argument]
}

co::task<int> awaitedAtOnce() { co_return co_await send(readName()) + co_await sendLine("hello"); }

co::task<int> ofALocalThatLives() {
  std::string name = readName();
  auto sending = send(name);
  co_return co_await sending;
}

co::task<int> owns() {
  auto sending = sendCopy(readName());
  co_return co_await sending;
}

sendOperation ofSomebodyElse(std::string_view text) { return send(text); }

// Nothing is known of it.
co::task<int> withoutABody() {
  auto sending = unseen(readName());
  co_return co_await sending;
}
