// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class [[nodiscard]] rw_lock_read_scope {
public:
  rw_lock_read_scope(rw_lock_read_scope &&) noexcept;
  ~rw_lock_read_scope();
};
class [[nodiscard]] rw_lock_write_scope {
public:
  rw_lock_write_scope(rw_lock_write_scope &&) noexcept;
  ~rw_lock_write_scope();
};
class rw_lock {
public:
  detail::awaiter<void> read_lock() noexcept;
  detail::awaiter<void> write_lock() noexcept;
  detail::awaiter<rw_lock_read_scope> read_lock_scope() noexcept;
  detail::awaiter<rw_lock_write_scope> write_lock_scope() noexcept;
};
} // namespace tmc
