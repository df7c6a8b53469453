// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/coro/Lazy.h>
#include <mutex>

namespace async_simple::coro {
class Mutex {
public:
  bool tryLock() noexcept;
  [[nodiscard]] detail::Awaiter<std::unique_lock<Mutex>> coScopedLock() noexcept;
  [[nodiscard]] detail::Awaiter<void> coLock() noexcept;
  void unlock() noexcept;
};
} // namespace async_simple::coro
