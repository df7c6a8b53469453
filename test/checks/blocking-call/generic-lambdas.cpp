// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A generic closure runs the instantiation that its call names; handed to a
// library, what does not depend on the overload is known. Closures become
// function pointers, and several become one visitor.
#include "Inputs/task.h"
#include <unistd.h>
#include <utility>
#include <variant>

void nap(int time) { usleep(time); }

void either(int time) { usleep(time); }
void either(long) {}

co::task<> called() {
  auto sum = [](auto... times) { (nap(times), ...); };
  sum(1, 2);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lambda' blocks the thread in coroutine 'called': it reaches 'usleep', which {{.*}} [async-blocking-call]
  auto pick = [](auto time) { either(time); };
  pick(1L);
  co_return;
}

template <typename... Ts> co::task<> inTemplate(Ts... times) {
  auto each = [](auto time) { nap(time); };
  (each(times), ...);
// CHECK-MESSAGES: :[[@LINE-1]]:4: warning: call to 'lambda' blocks the thread in coroutine 'inTemplate': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}
co::task<> instantiates() { co_await inTemplate(1, 2L); }

template <typename... Fs> struct overloaded : Fs... {
  using Fs::operator()...;
};
template <typename... Fs> overloaded(Fs...) -> overloaded<Fs...>;

co::task<> visits(std::variant<int, long> value) {
  std::visit([](auto time) { nap(time); }, value);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: call to 'nap' blocks the thread in coroutine 'visits': it reaches 'usleep', which {{.*}} [async-blocking-call]
  std::visit([](auto time) { either(time); }, value);
  using ::nap;
  std::visit([](auto time) { nap(time); }, value);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: call to 'nap' blocks the thread in coroutine 'visits': it reaches 'usleep', which {{.*}} [async-blocking-call]
  std::visit(overloaded{[](int time) { usleep(time); }, [](long) {}}, value);
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: call to 'usleep' blocks the thread in coroutine 'visits': it {{.*}} [async-blocking-call]
  auto quick = overloaded{[](int) {}, [](long) {}};
  std::visit(quick, value);
  co_return;
}

co::task<> pointers() {
  (+[] { usleep(1); })();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lambda' blocks the thread in coroutine 'pointers': it reaches 'usleep', which {{.*}} [async-blocking-call]
  void (*pointer)() = [] { usleep(1); };
  pointer();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lambda' blocks the thread in coroutine 'pointers': it reaches 'usleep', which {{.*}} [async-blocking-call]
  void (*unused)() = [] { usleep(1); };
  (void)unused;
  co_return;
}
