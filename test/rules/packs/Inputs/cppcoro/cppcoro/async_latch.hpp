// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/task.hpp>
#include <cstddef>

namespace cppcoro {
class async_latch {
public:
  async_latch(std::ptrdiff_t count) noexcept;
  bool is_ready() const noexcept;
  void count_down(std::ptrdiff_t n = 1) noexcept;
  detail::awaiter_of<void> operator co_await() const noexcept;
};
} // namespace cppcoro
