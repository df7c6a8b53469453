// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A callable does not change what is returned when something is bound to it.
#include "Inputs/task.h"
#include <functional>
#include <utility>

co::task<> visit(int item);
void later(std::function<void()> callback);

class page {
public:
  co::task<> load(int tries);
  void show(int tries);
  void start() {
    later(std::bind(&page::load, this, 3));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'std::function<void ()>' drops the task that {{.*}} returns: it never runs [async-erased-task]
    later(std::bind_front(&page::load, this, 3));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'std::function<void ()>' drops the task that {{.*}} returns: it never runs [async-erased-task]
    later(std::bind(&page::show, this, 3));
  }
};

void drops() {
  later(std::bind(visit, 1));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'std::function<void ()>' drops the task that {{.*}} returns: it never runs [async-erased-task]
  std::function<void(page &, int)> f = &page::load;
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: 'std::function<void {{.*}}>' drops the task that 'page::load' returns: it never runs [async-erased-task]
  std::function<void(page &, int)> g = std::mem_fn(&page::load);
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: 'std::function<void {{.*}}>' drops the task that {{.*}} returns: it never runs [async-erased-task]
  auto generic = [](auto item) -> co::task<> { co_await visit(item); };
  std::function<void(int)> h = generic;
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'std::function<void (int)>' drops the task that {{.*}} returns: it never runs [async-erased-task]
  auto lambda = []() -> co::task<> { co_return; };
  later(std::ref(lambda));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'std::function<void ()>' drops the task that {{.*}} returns: it never runs [async-erased-task]
}

template <typename F> void forwarded(F &&f) { later(std::forward<F>(f)); }
// CHECK-MESSAGES: :[[@LINE-1]]:53: warning: 'std::function<void ()>' drops the task that {{.*}} returns: it never runs [async-erased-task]
template <typename F> void forwardedTwice(F &&f) { forwarded(std::forward<F>(f)); }

void throughOthers() {
  forwardedTwice([]() -> co::task<> { co_return; });
  forwardedTwice([] {});
}

co::task<> keeps(page &p) {
  std::function<co::task<>()> f = std::bind(visit, 1);
  co_await f();
  std::function<co::task<>(page &, int)> g = &page::load;
  co_await g(p, 1);
  auto bound = std::bind_front(&page::load, &p, 3);
  co_await bound();
}
