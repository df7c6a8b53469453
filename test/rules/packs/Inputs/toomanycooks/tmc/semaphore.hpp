// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class [[nodiscard]] semaphore_scope {
public:
  semaphore_scope(semaphore_scope &&) noexcept;
  ~semaphore_scope();
};
class semaphore {
public:
  explicit semaphore(std::size_t InitialCount) noexcept;
  bool try_acquire() noexcept;
  void release(std::size_t Count = 1) noexcept;
  detail::awaiter<void> operator co_await() noexcept;
  detail::awaiter<semaphore_scope> acquire_scope() noexcept;
};
} // namespace tmc
