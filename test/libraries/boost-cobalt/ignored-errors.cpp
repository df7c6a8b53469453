// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/boost-cobalt '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A poller on boost.cobalt: as_tuple and gather keep errors as values.
#include <boost/cobalt.hpp>

#include <stdexcept>

namespace cobalt = boost::cobalt;

cobalt::promise<int> poll(int device) {
  if (device < 0)
    throw std::invalid_argument("device");
  co_return device;
}
void use(int value);

// Bugs.

cobalt::task<void> pollOnce() {
  auto [error, value] = co_await cobalt::as_tuple(poll(1));
  // CHECK-NOTES: :[[@LINE-1]]:25: warning: 'error' is never looked at, so coroutine 'pollOnce' goes on as if 'poll' had succeeded [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:25: note: instead: look at it, or co_await the operation itself, which throws its error
  // CHECK-NOTES: :[[@LINE-3]]:25: note: if it does not matter, call it 'ignored'
  use(value);
  co_await cobalt::gather(poll(1), poll(2));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'boost::cobalt::gather' is dropped in coroutine 'pollOnce', so nobody learns which tasks failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-15]]:5: note: this exception leaves 'poll'
  // CHECK-NOTES: :[[@LINE-3]]:3: note: instead: look at it, or co_await boost::cobalt::join(...), which throws the first error
  // CHECK-NOTES: :[[@LINE-4]]:3: note: if it does not matter, say so with '(void)'
}

// Near misses.

cobalt::task<void> looks() {
  auto [error, value] = co_await cobalt::as_tuple(poll(1));
  if (error)
    co_return;
  use(value);
  co_await cobalt::join(poll(1), poll(2));
}
