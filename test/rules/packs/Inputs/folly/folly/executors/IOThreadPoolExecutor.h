// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstddef>
#include <folly/executors/IOExecutor.h>
#include <folly/executors/ThreadPoolExecutor.h>

namespace folly {
class IOThreadPoolExecutorBase : public ThreadPoolExecutor,
                                 public IOExecutor {};
class IOThreadPoolExecutor : public IOThreadPoolExecutorBase {
public:
  explicit IOThreadPoolExecutor(std::size_t numThreads);
  ~IOThreadPoolExecutor() override;
  void add(Func func) override;
  EventBase *getEventBase() override;
};
} // namespace folly
