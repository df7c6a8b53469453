// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An awaiter takes the result in await_resume, when it has been waited for.
#include "Inputs/task.h"
#include <future>
#include <thread>

struct asks {
  std::future<int> result;
  bool await_ready() {
    return result.wait_for(std::chrono::seconds(0)) ==
           std::future_status::ready;
  }
  void await_suspend(std::coroutine_handle<>);
  int await_resume() { return result.get(); }
};
struct waits {
  std::future<int> result;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    std::thread([this, h] {
      result.wait();
      h.resume();
    }).detach();
  }
  int await_resume() { return result.get(); }
};
template <typename T> struct base {
  std::future<T> result;
  bool await_ready() const { return result.valid(); }
  void await_suspend(std::coroutine_handle<>);
};
template <typename T> struct derived : base<T> {
  T await_resume() { return this->result.get(); }
};

struct asks_nobody {
  std::future<int> result;
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) { (void)result.valid(); }
  int await_resume() { return result.get(); }
};
struct goes_on {
  std::future<int> result;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) { h.resume(); }
  int await_resume() { return result.get(); }
};
struct asks_another {
  std::future<int> result, other;
  bool await_ready() const { return other.valid(); }
  void await_suspend(std::coroutine_handle<>);
  int await_resume() { return result.get(); }
};
struct is_no_awaiter {
  std::future<int> result;
  bool await_ready() const { return result.valid(); }
  int resume() { return result.get(); }
};

co::task<> fine(asks a, waits b, derived<int> c) {
  co_await a;
  co_await b;
  co_await c;
}

co::task<> blocks(asks_nobody a, goes_on b, asks_another c, is_no_awaiter d) {
  co_await a;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'asks_nobody::await_resume' blocks the thread in coroutine 'blocks': it reaches 'std::future::get', which {{.*}} [async-blocking-call]
  co_await b;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'goes_on::await_resume' blocks the thread in coroutine 'blocks': it reaches 'std::future::get', which {{.*}} [async-blocking-call]
  co_await c;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'asks_another::await_resume' blocks the thread in coroutine 'blocks': it reaches 'std::future::get', which {{.*}} [async-blocking-call]
  d.resume();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'is_no_awaiter::resume' blocks the thread in coroutine 'blocks': it reaches 'std::future::get', which {{.*}} [async-blocking-call]
}
