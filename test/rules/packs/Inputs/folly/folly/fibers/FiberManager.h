// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/Executor.h>
#include <folly/futures/Future.h>

namespace folly::fibers {
class FiberManager : public Executor {
public:
  void add(Func f) override;
  template <typename F> void addTask(F &&func) {}
  template <typename F> void addTaskEager(F &&func) {}
  template <typename F> void addTaskRemote(F &&func) {}
  template <typename F>
  auto addTaskFuture(F &&func) -> Future<decltype(func())> {
    __builtin_trap();
  }
  template <typename F>
  auto addTaskEagerFuture(F &&func) -> Future<decltype(func())> {
    __builtin_trap();
  }
  template <typename F>
  auto addTaskRemoteFuture(F &&func) -> Future<decltype(func())> {
    __builtin_trap();
  }
};
template <typename F> auto runInMainContext(F &&func) -> decltype(func()) {
  __builtin_trap();
}
} // namespace folly::fibers
