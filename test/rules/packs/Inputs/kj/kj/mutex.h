// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/common.h"
#include "kj/timer.h"

namespace kj {
template <typename T> class Locked {
public:
  Locked(Locked &&other);
  ~Locked();
  T *operator->();
  T &operator*();
  template <typename Cond> void wait(Cond &&) {}
};
template <typename T> class MutexGuarded {
public:
  Locked<T> lockExclusive() const;
  Locked<const T> lockShared() const;
  Maybe<Locked<T>> lockExclusiveWithTimeout(Duration timeout) const;
  Maybe<Locked<const T>> lockSharedWithTimeout(Duration timeout) const;
  template <typename Cond, typename Func> void when(Cond &&, Func &&) const {}
};
} // namespace kj
