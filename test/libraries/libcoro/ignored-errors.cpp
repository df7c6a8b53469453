// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libcoro '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A scanner on libcoro: when_all keeps exceptions until return_value().
#include <coro/coro.hpp>

#include <stdexcept>
#include <utility>
#include <vector>

coro::task<void> scan(int port) {
  if (port < 0)
    throw std::invalid_argument("port");
  co_return;
}
coro::task<void> nothing() { co_return; }
void print(int count);

// Bugs.

coro::task<void> scanAll(int count) {
  std::vector<coro::task<void>> scans;
  for (int port = 0; port < count; ++port)
    scans.push_back(scan(port));
  co_await coro::when_all(std::move(scans));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'coro::when_all' is dropped in coroutine 'scanAll', so nobody learns which tasks failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-14]]:5: note: this exception leaves 'scan'
  // CHECK-NOTES: :[[@LINE-3]]:3: note: instead: look at it, or call return_value() of each result, which throws its error
  // CHECK-NOTES: :[[@LINE-4]]:3: note: if it does not matter, say so with '(void)'
  print(count);
}

// Near misses.

coro::task<void> nothingFails() {
  co_await coro::when_all(nothing(), nothing());
  print(2);
}

coro::task<void> unknownTasks(std::vector<coro::task<void>> tasks) {
  co_await coro::when_all(std::move(tasks));
  print(2);
}

coro::task<void> looks() {
  std::vector<coro::task<void>> scans;
  scans.push_back(scan(1));
  auto results = co_await coro::when_all(std::move(scans));
  for (auto &result : results)
    co_await result;
}
