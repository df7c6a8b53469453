// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/task.hpp>

namespace cppcoro {
template <typename T = void> class [[nodiscard]] shared_task {
public:
  struct promise_type : detail::promise<T> {
    shared_task get_return_object();
  };
  shared_task(const shared_task &) noexcept;
  ~shared_task();
  bool is_ready() const noexcept;
  detail::awaiter_of<T> operator co_await() const noexcept;
};
} // namespace cppcoro
