// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/coroutine.hh>
#include <seastar/core/with_scheduling_group.hh>

namespace seastar::coroutine {
struct [[nodiscard]] switch_to {
  explicit switch_to(scheduling_group new_sg) noexcept;
  bool await_ready() const noexcept;
  template <typename T> void await_suspend(std::coroutine_handle<T> waiting) noexcept {
    std::terminate();
  }
  scheduling_group await_resume();
};
} // namespace seastar::coroutine
