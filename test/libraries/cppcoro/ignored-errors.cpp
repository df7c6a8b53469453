// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/cppcoro '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An index on cppcoro: when_all_ready keeps the exceptions in its tasks.
#include <cppcoro/task.hpp>
#include <cppcoro/when_all.hpp>
#include <cppcoro/when_all_ready.hpp>

#include <stdexcept>

cppcoro::task<> merge(int part) {
  if (part < 0)
    throw std::invalid_argument("part");
  co_return;
}
cppcoro::task<> nothing() { co_return; }
void print(int count);

// Bugs.

cppcoro::task<> mergeBoth() {
  co_await cppcoro::when_all_ready(merge(1), merge(2));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'cppcoro::when_all_ready' is dropped in coroutine 'mergeBoth', so nobody learns which tasks failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-11]]:5: note: this exception leaves 'merge'
  // CHECK-NOTES: :[[@LINE-3]]:3: note: instead: look at it, or co_await cppcoro::when_all(...), which throws the first error
  // CHECK-NOTES: :[[@LINE-4]]:3: note: if it does not matter, say so with '(void)'
  print(2);
}

// Near misses.

cppcoro::task<> throws() {
  co_await cppcoro::when_all(merge(1), merge(2));
  print(2);
}

cppcoro::task<> nothingFails() {
  co_await cppcoro::when_all_ready(nothing(), nothing());
  print(2);
}
