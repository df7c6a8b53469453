// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {
class Latch {
public:
  explicit Latch(std::size_t count);
  Lazy<void> count_down(std::size_t update = 1);
  Lazy<void> wait() const noexcept;
};
} // namespace async_simple::coro
