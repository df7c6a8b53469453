// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <coroutine>
#include <cstddef>

namespace cppcoro {
template <std::size_t N> class round_robin_scheduler {
public:
  class schedule_operation {
  public:
    bool await_ready() noexcept;
    std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept;
    void await_resume() noexcept;
  };
  [[nodiscard]] schedule_operation schedule() noexcept;
};
} // namespace cppcoro
