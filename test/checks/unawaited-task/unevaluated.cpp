// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is not evaluated makes no task.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <concepts>
#include <type_traits>
#include <utility>

own::lazy<int> load() noexcept;
bool more();

template <typename F>
concept loads = requires(F f) {
  f();
  { f() } -> std::same_as<own::lazy<int>>;
};

co::task<> fine() {
  decltype(load()) kept;
  static_assert(sizeof(load()) > 0);
  static_assert(noexcept(load()));
  using result = std::invoke_result_t<decltype(load)>;
  static_assert(loads<decltype(load)>);
  static_assert(requires { load(); });
  static_assert(std::is_same_v<result, decltype((load(), load()))>);
  if constexpr (false)
    load();
  kept = load();
  co_await std::move(kept);
  (void)sizeof(load(), 1);
}

// Nothing leads there.
co::task<> unreachable() {
  co_return;
  load();
}
co::task<> afterALoop() {
  for (;;)
    co_await load();
  load();
}

// Evaluated after all.
co::task<> evaluated() {
  (void)noexcept(load());
  (void)(load(), 1);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  co_return;
}
