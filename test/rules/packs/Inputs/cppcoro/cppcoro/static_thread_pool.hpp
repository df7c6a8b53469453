// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <coroutine>
#include <cstdint>

namespace cppcoro {
class static_thread_pool {
public:
  class schedule_operation {
  public:
    bool await_ready() noexcept;
    void await_suspend(std::coroutine_handle<>) noexcept;
    void await_resume() noexcept;
  };
  static_thread_pool();
  explicit static_thread_pool(std::uint32_t thread_count);
  ~static_thread_pool();
  [[nodiscard]] schedule_operation schedule() noexcept;
};
} // namespace cppcoro
