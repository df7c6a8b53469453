// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/async/future.hpp"
#include <coroutine>

namespace yaclib::detail {
template <typename Handle, typename Start> struct PromiseType {
  Handle get_return_object() noexcept;
  Start initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception() noexcept;
  template <typename Value> void return_value(Value &&value) noexcept;
  void return_value(Unit) noexcept;
};
} // namespace yaclib::detail

template <typename V, typename E, typename... Args>
struct std::coroutine_traits<yaclib::Future<V, E>, Args...> {
  using promise_type =
      yaclib::detail::PromiseType<yaclib::Future<V, E>, std::suspend_never>;
};
