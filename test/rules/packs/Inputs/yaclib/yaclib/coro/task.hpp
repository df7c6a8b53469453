// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/coro/future.hpp"
#include "yaclib/lazy/task.hpp"

template <typename V, typename E, typename... Args>
struct std::coroutine_traits<yaclib::Task<V, E>, Args...> {
  using promise_type =
      yaclib::detail::PromiseType<yaclib::Task<V, E>, std::suspend_always>;
};
