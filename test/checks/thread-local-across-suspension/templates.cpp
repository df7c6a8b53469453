// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A template is told once, whatever it is instantiated with, and what depends on its
// arguments is looked at as it is instantiated.
#include "Inputs/task.h"
#include <string>
#include <utility>

co::task<int> fetch(int key);
co::task<int> fetch(const std::string &key);
void use(int value);
void use(const std::string &text);

template <typename Value> thread_local Value last = Value();
thread_local std::string buffer;
thread_local int request = 0;
int total = 0;

struct Ready {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

template <typename Key> co::task<> variable(Key key) {
  auto &local = buffer;
  co_await fetch(key);
  use(local);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'local' refers to a thread-local variable of the thread that coroutine 'variable' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:17: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: ask for it again after the suspension
}

template co::task<> variable(int);
template co::task<> variable(std::string);

template <typename Value> co::task<> variableTemplate(Value value) {
  last<Value> = value;
  co_await fetch(value);
  use(last<Value>);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'last' was set before coroutine 'variableTemplate' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

template co::task<> variableTemplate(int);

template <typename Key> class Finder {
public:
  co::task<> find(Key key) {
    Key *wanted = &current;
    co_await fetch(key);
    use(*wanted);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'wanted' refers to a thread-local variable of the thread that coroutine 'Finder::find' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:10: note: instead: ask for it again after the suspension
  }
  co::task<> findAgain(Key key) {
    Key wanted = current;
    co_await fetch(key);
    use(wanted);
    current = key;
  }

private:
  static thread_local Key current;
};

template <typename Key> thread_local Key Finder<Key>::current = Key();

template class Finder<int>;

template <typename... Keys> co::task<> all(Keys... keys) {
  request = 1;
  (co_await fetch(keys), ...);
  use(request);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'request' was set before coroutine 'all' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

template co::task<> all(int, int);

// Depends on what it is.

template <typename Awaitable> co::task<> with(Awaitable awaitable) {
  auto &local = buffer;
  co_await std::move(awaitable);
  use(local);
}

template co::task<> with(Ready);

template <int *Place> co::task<> at(int key) {
  int &place = *Place;
  place = key;
  co_await fetch(key);
  use(place);
}

template co::task<> at<&total>(int);

template <bool Awaits> co::task<> maybe(int key) {
  auto &local = buffer;
  if constexpr (Awaits) {
    co_await fetch(key);
    co_return;
  }
  use(local);
}

template co::task<> maybe<true>(int);
template co::task<> maybe<false>(int);
