// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libcoro 0.13
// and, for spawn, 0.15; not the library.
#pragma once

#include "coro/coro.hpp"

namespace coro {
class io_scheduler {
public:
  using schedule_operation = thread_pool::schedule_operation;
  using time_point = std::chrono::steady_clock::time_point;
  static std::shared_ptr<io_scheduler> make_shared();
  ~io_scheduler();
  std::size_t process_events(
      std::chrono::milliseconds timeout = std::chrono::milliseconds{0});
  schedule_operation schedule();
  bool schedule(task<void> &&t);
  bool spawn(task<void> &&t);
  [[nodiscard]] task<void> schedule_after(std::chrono::milliseconds amount);
  [[nodiscard]] task<void> schedule_at(time_point time);
  [[nodiscard]] schedule_operation yield();
  [[nodiscard]] task<void> yield_for(std::chrono::milliseconds amount);
  [[nodiscard]] task<void> yield_until(time_point time);
  [[nodiscard]] task<poll_status>
  poll(fd_t fd, poll_op op,
       std::chrono::milliseconds timeout = std::chrono::milliseconds{0});
  void shutdown() noexcept;
};
} // namespace coro
