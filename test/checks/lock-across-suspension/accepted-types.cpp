// RUN: %check '--config=async-lock-across-suspension.AcceptedTypes=std::scoped_lock,own::*,-own::gate_lock' %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Guards that the configuration lets a coroutine hold.
#include "Inputs/task.h"
#include <mutex>

namespace own {
class loop_lock {
public:
  explicit loop_lock(std::mutex &m) : held(m) { held.lock(); }
  ~loop_lock() { held.unlock(); }

private:
  std::mutex &held;
};

class gate_lock : public loop_lock {
public:
  using loop_lock::loop_lock;
};
} // namespace own

std::mutex m;
co::task<> store(int value);

co::task<> accepted() {
  std::scoped_lock l(m);
  co_await store(1);
}

co::task<> ofTheProject() {
  own::loop_lock l(m);
  co_await store(2);
}

co::task<> excepted() {
  own::gate_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: guard 'l' is held while coroutine 'excepted' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(3);
}

co::task<> another() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'another' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(4);
}
