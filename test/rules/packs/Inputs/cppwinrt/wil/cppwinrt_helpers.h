// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of WIL of August
// 2026; not the library.
#pragma once

#include <coroutine>

namespace wil {
namespace details {
struct dispatcher_awaitable {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> handle);
  void await_resume() const;
};
} // namespace details
enum class dispatcher_priority { normal };
template <typename Dispatcher>
[[nodiscard]] details::dispatcher_awaitable
resume_foreground(Dispatcher const &dispatcher,
                  dispatcher_priority priority = dispatcher_priority::normal);
} // namespace wil
