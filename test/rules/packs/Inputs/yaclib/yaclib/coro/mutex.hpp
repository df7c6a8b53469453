// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/coro/await.hpp"

namespace yaclib {
template <typename M> class [[nodiscard]] UniqueGuard {
public:
  UniqueGuard(UniqueGuard &&other) noexcept;
  ~UniqueGuard() noexcept;
  detail::EventAwaiter Unlock() noexcept;
};
template <typename M> class [[nodiscard]] SharedGuard {
public:
  SharedGuard(SharedGuard &&other) noexcept;
  ~SharedGuard() noexcept;
};
template <typename M> class [[nodiscard]] StickyGuard {
public:
  StickyGuard(StickyGuard &&other) noexcept;
  ~StickyGuard() noexcept;
};

template <bool Batching = true, bool FIFO = false> class Mutex final {
public:
  bool TryLock() noexcept;
  detail::SingleAwaiter<UniqueGuard<Mutex>> Guard() noexcept;
  detail::SingleAwaiter<StickyGuard<Mutex>> GuardSticky() noexcept;
  detail::EventAwaiter Lock() noexcept;
  detail::EventAwaiter Unlock() noexcept;
  detail::EventAwaiter UnlockOn(IExecutor &e) noexcept;
};
} // namespace yaclib
