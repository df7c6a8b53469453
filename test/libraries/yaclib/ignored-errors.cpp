// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/yaclib '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mail server on YACLib: WhenAll ends with the first error, the others go on.
#include <yaclib/async/when_all.hpp>
#include <yaclib/coro/await.hpp>
#include <yaclib/coro/future.hpp>

#include <stdexcept>
#include <string>
#include <utility>

using yaclib::Future;

Future<int> deliver(std::string mail);
Future<int> quiet() { co_return 1; }

// Bugs.

Future<int> both(std::string a, std::string b) {
  auto sizes = co_await yaclib::WhenAll(deliver(a), deliver(b));
  // CHECK-NOTES: :[[@LINE-1]]:16: warning: when one task of 'yaclib::WhenAll' fails in coroutine 'both', the others go on and nobody waits for them [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:16: note: instead: co_await yaclib::WhenAll<yaclib::FailPolicy::None>(...), and look at each result
  co_return sizes[0] + sizes[1];
}

// Near misses.

Future<int> nothingFails() {
  auto sizes = co_await yaclib::WhenAll(quiet(), quiet());
  co_return sizes[0];
}
