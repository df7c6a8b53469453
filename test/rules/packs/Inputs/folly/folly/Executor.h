// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstdint>
#include <folly/Function.h>

namespace folly {
template <typename ExecutorT> class ExecutorKeepAlive {
public:
  ExecutorKeepAlive() = default;
  ExecutorKeepAlive(ExecutorKeepAlive &&) noexcept;
  ExecutorKeepAlive(const ExecutorKeepAlive &) noexcept;
  ExecutorKeepAlive(ExecutorT *executor);
  template <typename Other>
  ExecutorKeepAlive(ExecutorKeepAlive<Other> &&) noexcept;
  ~ExecutorKeepAlive();
  ExecutorT *get() const;
  ExecutorT *operator->() const;
};
class Executor {
public:
  template <typename ExecutorT = Executor>
  using KeepAlive = ExecutorKeepAlive<ExecutorT>;
  virtual ~Executor();
  virtual void add(Func) = 0;
  virtual void addWithPriority(Func, std::int8_t priority);
  template <typename ExecutorT>
  static KeepAlive<ExecutorT> getKeepAliveToken(ExecutorT *executor);
  template <typename ExecutorT>
  static KeepAlive<ExecutorT> getKeepAliveToken(ExecutorT &executor);
};
template <typename ExecutorT>
Executor::KeepAlive<ExecutorT> getKeepAliveToken(ExecutorT *executor);
template <typename ExecutorT>
Executor::KeepAlive<ExecutorT> getKeepAliveToken(ExecutorT &executor);
} // namespace folly
