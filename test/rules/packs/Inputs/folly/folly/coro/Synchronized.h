// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Mutex.h>

namespace folly::coro {
template <typename Inner, typename M = Mutex> class Synchronized {
public:
  Task<Inner *> wLock();
  Task<const Inner *> rLock() const;
  template <typename F> Task<void> withWLock(F func) { __builtin_trap(); }
  template <typename F> Task<void> withRLock(F func) const { __builtin_trap(); }
};
} // namespace folly::coro
