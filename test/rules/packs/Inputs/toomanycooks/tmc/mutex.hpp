// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class [[nodiscard]] mutex_scope {
public:
  mutex_scope(mutex_scope &&) noexcept;
  ~mutex_scope();
};
class mutex {
public:
  bool try_lock() noexcept;
  void unlock() noexcept;
  detail::awaiter<void> operator co_await() noexcept;
  detail::awaiter<mutex_scope> lock_scope() noexcept;
};
} // namespace tmc
