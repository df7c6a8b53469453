// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {
template <std::size_t LeastMaxValue = UINT32_MAX> class CountingSemaphore {
public:
  explicit CountingSemaphore(std::size_t desired);
  Lazy<void> acquire() noexcept;
  Lazy<void> release(std::size_t update = 1) noexcept;
};
using BinarySemaphore = CountingSemaphore<1>;
} // namespace async_simple::coro
