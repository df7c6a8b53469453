// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A store on Seastar: when_all gives futures that may have failed.
#include <seastar/core/coroutine.hh>
#include <seastar/core/future.hh>
#include <seastar/core/when_all.hh>

seastar::future<int> flush(int table);
void use(int value);

// Bugs.

seastar::future<> flushBoth() {
  co_await seastar::when_all(flush(1), flush(2));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'seastar::when_all' is dropped in coroutine 'flushBoth', so nobody learns which tasks failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it, or co_await seastar::when_all_succeed(...), which throws the first error
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
  use(0);
}

// Near misses.

seastar::future<> throws() {
  co_await seastar::when_all_succeed(flush(1), flush(2));
  use(0);
}

seastar::future<> looks() {
  auto [first, second] = co_await seastar::when_all(flush(1), flush(2));
  use(co_await std::move(first));
  use(co_await std::move(second));
}
