// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of corral of August
// 2026; not the library.
#pragma once

#include "corral/Task.h"
#include <type_traits>

namespace corral {
class ThreadPool {
public:
  class CancelToken {
  public:
    explicit operator bool() noexcept;
    bool peek() const noexcept;
  };
  template <class EventLoopT>
  ThreadPool(EventLoopT &eventLoop, unsigned threadCount);
  ~ThreadPool();
  template <class F, class... Args>
    requires(std::is_invocable_v<F, Args...>)
  auto run(F &&, Args &&...) {
    return detail::Awaiter<std::invoke_result_t<F, Args...>>{};
  }
  template <class F, class... Args>
    requires(std::is_invocable_v<F, Args..., CancelToken>)
  auto run(F &&, Args &&...) {
    return detail::Awaiter<std::invoke_result_t<F, Args..., CancelToken>>{};
  }
};
} // namespace corral
