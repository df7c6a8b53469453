// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tags and tokens have no members that could be gone.
#include "Inputs/task.h"
#include <utility>

co::task<void> wait();

struct useTask {};
struct verbose {
  static constexpr bool on = true;
};
struct comparer {
  bool operator()(int a, int b) const { return a < b; }
};
struct limit {
  int value = 3;
};

template <typename Token> co::task<int> run(const Token &token, int value) {
  co_await wait();
  (void)token;
  co_return value;
}
template <typename Compare> co::task<int> larger(int a, int b, const Compare &compare) {
  co_await wait();
  co_return compare(a, b) ? b : a;
}
co::task<int> atMost(const limit &most, int value) {
  co_await wait();
  co_return value > most.value ? most.value : value;
}

co::task<int> withMembers() {
  auto running = atMost(limit(), 1);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'atMost' refers to a temporary 'limit', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(running);
}

co::task<int> tags() {
  auto running = run(useTask(), 1);
  auto next = run(verbose{}, 2);
  co_return co_await std::move(running) + co_await std::move(next);
}

co::task<int> stateless() {
  auto comparing = larger(1, 2, comparer());
  auto next = larger(1, 2, [](int a, int b) { return a > b; });
  co_return co_await std::move(comparing) + co_await std::move(next);
}

co::task<int> returned() { return larger(1, 2, comparer()); }
