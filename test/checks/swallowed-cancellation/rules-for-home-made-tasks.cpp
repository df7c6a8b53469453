// RUN: %check %s --checks=-*,async-swallowed-cancellation --rules=%S/Inputs/errors.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A rule file without tasks names what is thrown by tasks of the project's own,
// whose declarations do not show it.
#include "Inputs/task.h"
#include <stdexcept>

namespace errors {
class failure : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};
class going_down : public failure {
public:
  using failure::failure;
};
} // namespace errors

co::task<int> load(int key);
co::task<> store(int key, int value);
void log(const char *text);

co::task<> again(int key) {
  for (;;) {
    try {
      co_await store(key, co_await load(key));
    } catch (const errors::failure &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const errors::failure &)' swallows 'errors::going_down': coroutine 'again' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:27: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const errors::going_down &) { throw; }'
      log(error.what());
    }
  }
}

co::task<> next(int key) {
  int value = 0;
  try {
    value = co_await load(key);
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'errors::going_down': coroutine 'next' goes on with its work after it was cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:13: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+4]]:3: note: it goes on here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const errors::going_down &) { throw; }'
    log(error.what());
  }
  co_await store(key, value);
}

co::task<> letThrough(int key) {
  for (;;) {
    try {
      co_await store(key, co_await load(key));
    } catch (const errors::going_down &) {
      throw;
    } catch (const errors::failure &error) {
      log(error.what());
    }
  }
}

co::task<> otherErrors(int key) {
  for (;;) {
    try {
      co_await store(key, co_await load(key));
    } catch (const std::logic_error &error) {
      log(error.what());
    }
  }
}
