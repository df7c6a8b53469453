// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/SharedMutex.h>

namespace folly {
template <class T> class LockedPtr {
public:
  ~LockedPtr();
  T *operator->() const;
  T &operator*() const;
};
template <class Subclass, class T> class SynchronizedBase {
public:
  LockedPtr<T> lock();
  LockedPtr<T> wlock();
  LockedPtr<const T> rlock() const;
  LockedPtr<T> ulock();
  template <class F>
  auto withLock(F &&function) -> decltype(function(*wlock())) {
    __builtin_trap();
  }
  template <class F>
  auto withWLock(F &&function) -> decltype(function(*wlock())) {
    __builtin_trap();
  }
  template <class F>
  auto withRLock(F &&function) const -> decltype(function(*rlock())) {
    __builtin_trap();
  }
  template <class F>
  auto withULock(F &&function) -> decltype(function(*wlock())) {
    __builtin_trap();
  }
};
template <class T, class Mutex = SharedMutex>
struct Synchronized : SynchronizedBase<Synchronized<T, Mutex>, T> {
  Synchronized();
};
template <class S> auto lock(S &synchronized) -> decltype(synchronized.lock());
template <class S>
auto wlock(S &synchronized) -> decltype(synchronized.wlock());
template <class S>
auto rlock(S &synchronized) -> decltype(synchronized.rlock());
template <class S>
auto ulock(S &synchronized) -> decltype(synchronized.ulock());
} // namespace folly
