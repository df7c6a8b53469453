// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
class shared_mutex {
public:
  future<> lock_shared() noexcept;
  future<> lock() noexcept;
  void unlock_shared() noexcept;
  void unlock() noexcept;
};
template <typename Func>
futurize_t<std::invoke_result_t<Func>> with_shared(shared_mutex &sm, Func &&func) noexcept {
  std::terminate();
}
template <typename Func>
futurize_t<std::invoke_result_t<Func>> with_lock(shared_mutex &sm, Func &&func) noexcept {
  std::terminate();
}
} // namespace seastar
