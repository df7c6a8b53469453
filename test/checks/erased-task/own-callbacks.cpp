// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Callable types of other libraries, or home-made: class templates of a function
// type, which has a result or none.
#include "Inputs/task.h"
#include <concepts>
#include <type_traits>
#include <utility>

namespace own {

template <typename> class callback;
template <typename Result, typename... Arguments>
class callback<Result(Arguments...)> {
public:
  callback() = default;
  template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, callback>)
  callback(F &&) {}
  template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, callback>)
  callback &operator=(F &&) {
    return *this;
  }
  Result operator()(Arguments... arguments) const;
};

// Slots have no result: those of a signal take what they get.
template <typename... Arguments> class signal {
public:
  void connect(callback<void(Arguments...)> slot);
};

// No callable type, whatever its arguments.
template <typename T> class boxed {
public:
  template <typename F> boxed(F &&) {}
};

} // namespace own

co::task<> tick();
co::task<int> count(int from);

void drops() {
  own::callback<void()> f = []() -> co::task<> { co_return; };
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'own::callback<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  own::callback<void(int)> g(count);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'own::callback<void (int)>' drops the task that 'count' returns: it never runs [async-erased-task]
  f = tick;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'own::callback<void ()>' drops the task that 'tick' returns: it never runs [async-erased-task]
  own::signal<int> changed;
  changed.connect([](int) -> co::task<> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'own::callback<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
  changed.connect(count);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'own::callback<void (int)>' drops the task that 'count' returns: it never runs [async-erased-task]
}

class window {
public:
  window() : closed_(tick) {}
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'own::callback<void ()>' drops the task that 'tick' returns: it never runs [async-erased-task]

private:
  own::callback<void()> closed_;
  own::callback<void()> opened_ = []() -> co::task<> { co_return; };
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'own::callback<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
};
window makeWindow() { return window(); }

co::task<> keeps() {
  own::callback<co::task<>()> f = tick;
  co_await f();
  own::callback<co::task<int>(int)> g = count;
  co_await g(1);
  own::callback<void()> h = [] {};
  own::callback<void()> same = h;
  own::callback<int()> i = [] { return 1; };
  own::signal<int> changed;
  changed.connect([](int) {});
  changed.connect([](int) -> co::detached { co_return; });
  own::boxed<void> box = tick;
}
