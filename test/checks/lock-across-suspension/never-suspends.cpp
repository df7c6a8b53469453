// RUN: %check %s --rules=%S/Inputs/store.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is always ready does not suspend; what may be ready may suspend.
#include "Inputs/task.h"
#include <coroutine>
#include <mutex>

co::task<> put(int value);
void keep(int value);

std::mutex m;
int balance = 0;

struct Ready {
  int value;
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  int await_resume() const noexcept { return value; }
};

struct MayBeReady {
  bool ready;
  bool await_ready() const noexcept { return ready; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

struct NeverReady {
  constexpr bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<>) const noexcept { return balance > 0; }
  void await_resume() const noexcept {}
};

struct SeenByNobody {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  void await_resume() const noexcept;
};

// Gives its awaiter by an operator.
struct Setting {
  Ready operator co_await() const { return Ready{1}; }
};
struct Event {
  MayBeReady operator co_await() const { return MayBeReady{balance > 0}; }
};

namespace store {
struct current_executor {};
struct executor_awaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  int await_resume() const noexcept;
};
executor_awaiter operator co_await(current_executor);
executor_awaiter cancelled();
executor_awaiter next();
struct Session {
  executor_awaiter id() const;
  executor_awaiter send() const;
};
} // namespace store

co::task<> always() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'always' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await std::suspend_always();
}

co::task<> sometimes() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'sometimes' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await MayBeReady{balance > 0};
}

co::task<> unlessItSaysSo() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'unlessItSaysSo' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await NeverReady();
}

co::task<> unknown() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'unknown' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await SeenByNobody();
}

co::task<> byAnOperator() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'byAnOperator' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await Event();
}

co::task<> noneByRule(store::Session &session) {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'noneByRule' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  keep(co_await store::next());
  std::lock_guard other(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'other' is held while coroutine 'noneByRule' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  keep(co_await session.send());
}

co::task<> afterOneThatDoesNot() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'afterOneThatDoesNot' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  co_await std::suspend_never();
  co_await put(balance);
}

// Never.

co::task<> standard() {
  std::lock_guard l(m);
  co_await std::suspend_never();
  co_await std::suspend_never{};
}

co::task<> own() {
  std::lock_guard l(m);
  keep(co_await Ready{1});
  if (int value = co_await Ready{2})
    keep(value);
}

co::task<> ownByAnOperator() {
  std::lock_guard l(m);
  keep(co_await Setting());
}

co::task<> byRule(store::Session &session) {
  std::lock_guard l(m);
  keep(co_await store::current_executor());
  keep(co_await store::current_executor{});
  keep(co_await store::cancelled());
  keep(co_await session.id());
}

// Its await_transform makes it ready.
struct Task {
  struct promise_type {
    struct this_executor {};
    Task get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
    Ready await_transform(this_executor) { return Ready{1}; }
    std::suspend_never yield_value(int) { return {}; }
  };
};

Task transformed() {
  std::lock_guard l(m);
  keep(co_await Task::promise_type::this_executor());
}

Task yielded() {
  std::lock_guard l(m);
  co_yield 1;
}
