// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>
#include <folly/executors/DrivableExecutor.h>
#include <folly/io/async/TimeoutManager.h>
#include <folly/portability/Event.h>

namespace folly {
class EventBase : public TimeoutManager, public DrivableExecutor {
public:
  EventBase();
  ~EventBase() override;
  bool loop();
  bool loopIgnoreKeepAlive();
  bool loopOnce(int flags = 0);
  void loopForever();
  void terminateLoopSoon();
  void runInLoop(Func c, bool thisIteration = false);
  void runOnDestruction(Func f);
  void runInEventBaseThread(Func fn) noexcept;
  void runInEventBaseThreadAlwaysEnqueue(Func fn) noexcept;
  void runInEventBaseThreadAndWait(Func fn) noexcept;
  void runImmediatelyOrRunInEventBaseThreadAndWait(Func fn) noexcept;
  void runImmediatelyOrRunInEventBaseThread(Func fn) noexcept;
  bool isInEventBaseThread() const;
  bool inRunningEventBaseThread() const;
  void add(Func fn) override;
  void drive() override;
  void scheduleAt(Func &&fn,
                  const std::chrono::steady_clock::time_point &timeout);
};
} // namespace folly
