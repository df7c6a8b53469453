// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/task.hpp>

namespace cppcoro {
class async_scope {
public:
  async_scope() noexcept;
  ~async_scope();
  template <typename A> void spawn(A &&awaitable);
  [[nodiscard]] detail::awaiter_of<void> join() noexcept;
};
} // namespace cppcoro
