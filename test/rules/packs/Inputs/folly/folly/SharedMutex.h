// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>

namespace folly {
template <bool ReaderPriority> class SharedMutexImpl {
public:
  void lock();
  void unlock();
  void lock_shared();
  void unlock_shared();
  void lock_upgrade();
  template <class R, class P>
  bool try_lock_for(const std::chrono::duration<R, P> &duration);
  template <class C, class D>
  bool try_lock_until(const std::chrono::time_point<C, D> &deadline);
  template <class R, class P>
  bool try_lock_shared_for(const std::chrono::duration<R, P> &duration);
};
using SharedMutex = SharedMutexImpl<false>;
} // namespace folly
