// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/async-simple '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler on async_simple: each Try holds what its task ended with.
#include <async_simple/coro/Collect.h>
#include <async_simple/coro/Lazy.h>

#include <utility>
#include <vector>

using async_simple::coro::collectAll;
using async_simple::coro::Lazy;

Lazy<int> fetch(int page);
void use(int value);

// Bugs.

Lazy<> crawl(std::vector<Lazy<int>> pages) {
  co_await collectAll(std::move(pages));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'async_simple::coro::collectAll' is dropped in coroutine 'crawl', so nobody learns which tasks failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it, or call value() of each 'async_simple::Try', which throws its error
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
  use(0);
}

// Near misses.

Lazy<> looks(std::vector<Lazy<int>> pages) {
  auto results = co_await collectAll(std::move(pages));
  for (auto &result : results)
    if (!result.hasError())
      use(result.value());
  auto [first, second] = co_await collectAll(fetch(1), fetch(2));
  use(first.value() + second.value());
}
