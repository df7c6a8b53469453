// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <chrono>
#include <coroutine>
#include <cppcoro/cancellation_token.hpp>
#include <cstdint>

namespace cppcoro {
class io_service {
public:
  class schedule_operation {
  public:
    bool await_ready() const noexcept;
    void await_suspend(std::coroutine_handle<>) noexcept;
    void await_resume() const noexcept;
  };
  class timed_schedule_operation {
  public:
    bool await_ready() const noexcept;
    void await_suspend(std::coroutine_handle<>);
    void await_resume();
  };
  io_service();
  ~io_service();
  [[nodiscard]] schedule_operation schedule() noexcept;
  template <typename R, typename P>
  [[nodiscard]] timed_schedule_operation
  schedule_after(const std::chrono::duration<R, P> &delay,
                 cancellation_token token = {}) noexcept;
  std::uint64_t process_events();
  std::uint64_t process_pending_events();
  std::uint64_t process_one_event();
  std::uint64_t process_one_pending_event();
  void stop() noexcept;
};
class io_work_scope {
public:
  explicit io_work_scope(io_service &service) noexcept;
  ~io_work_scope();
};
} // namespace cppcoro
