// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>
#include <folly/io/async/EventBase.h>
#include <memory>

namespace folly {
class AsyncTimeout {
public:
  virtual ~AsyncTimeout();
  virtual void timeoutExpired() noexcept = 0;
  template <typename F>
  static std::unique_ptr<AsyncTimeout> make(TimeoutManager &manager,
                                            F &&callback) {
    __builtin_trap();
  }
  template <typename F>
  static std::unique_ptr<AsyncTimeout>
  schedule(std::chrono::milliseconds timeout, TimeoutManager &manager,
           F &&callback) {
    __builtin_trap();
  }
};
} // namespace folly
