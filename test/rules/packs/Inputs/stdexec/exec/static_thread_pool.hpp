// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
#include <cstdint>

namespace experimental::execution {
namespace _pool_ {
struct _static_thread_pool {
  struct scheduler {};
  explicit _static_thread_pool(std::uint32_t thread_count);
  ~_static_thread_pool();
  scheduler get_scheduler() noexcept;
};
} // namespace _pool_
struct static_thread_pool : private _pool_::_static_thread_pool {
  explicit static_thread_pool(std::uint32_t thread_count);
  using _pool_::_static_thread_pool::get_scheduler;
  using _pool_::_static_thread_pool::scheduler;
};
} // namespace experimental::execution
namespace exec = experimental::execution;
