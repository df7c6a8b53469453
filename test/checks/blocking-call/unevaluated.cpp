// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Operands that are never evaluated do not block.
#include "Inputs/task.h"
#include <chrono>
#include <string>
#include <thread>
#include <typeinfo>
#include <unistd.h>

using namespace std::chrono_literals;

int helper() { return usleep(10); }

struct shape {
  virtual ~shape() = default;
};
shape &slowShape() {
  static shape s;
  usleep(10);
  return s;
}

template <typename T>
concept sleeper = requires(T t) { usleep(t); };

co::task<> fine() {
  decltype(usleep(10)) a = 0;
  decltype(std::this_thread::sleep_for(1s)) *b = nullptr;
  auto size = sizeof(helper());
  constexpr bool quiet = noexcept(std::this_thread::sleep_for(1s));
  constexpr bool possible = requires { usleep(10); };
  const std::type_info &type = typeid(helper());
  auto same = alignof(decltype(helper()));
  static_assert(sleeper<int>);
  static_assert(sizeof(usleep(10)) == sizeof(int));
  (void)a, (void)b, (void)size, (void)quiet, (void)possible, (void)same;
  (void)type;
  co_return;
}

co::task<> evaluated() {
  auto a = usleep(10);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'usleep' blocks the thread in coroutine 'evaluated': it {{.*}} [async-blocking-call]
  // The operand of typeid is evaluated when it is of a polymorphic class.
  const std::type_info &type = typeid(slowShape());
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: call to 'slowShape' blocks the thread in coroutine 'evaluated': it reaches 'usleep', which {{.*}} [async-blocking-call]
  (void)a, (void)type;
  co_return;
}
