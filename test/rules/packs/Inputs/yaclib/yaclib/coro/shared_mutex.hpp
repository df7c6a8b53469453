// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/coro/mutex.hpp"

namespace yaclib {
template <bool FIFO = true, bool ReadersFIFO = false> class SharedMutex final {
public:
  detail::EventAwaiter Lock() noexcept;
  detail::EventAwaiter LockShared() noexcept;
  detail::SingleAwaiter<UniqueGuard<SharedMutex>> Guard() noexcept;
  detail::SingleAwaiter<SharedGuard<SharedMutex>> GuardShared() noexcept;
};
} // namespace yaclib
