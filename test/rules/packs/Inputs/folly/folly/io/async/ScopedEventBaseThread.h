// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/executors/IOExecutor.h>
#include <folly/io/async/EventBase.h>

namespace folly {
class ScopedEventBaseThread : public IOExecutor {
public:
  ScopedEventBaseThread();
  ~ScopedEventBaseThread() override;
  EventBase *getEventBase() const;
  EventBase *getEventBase() override;
  void add(Func func) override;
};
} // namespace folly
