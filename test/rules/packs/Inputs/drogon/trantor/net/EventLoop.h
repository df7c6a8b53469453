// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Trantor of May
// 2026, which Drogon 1.9.13 uses; not the library.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace trantor {
using Func = std::function<void()>;
using TimerId = std::uint64_t;

class EventLoop {
public:
  void loop();
  void quit();
  bool isInLoopThread() const;
  static EventLoop *getEventLoopOfCurrentThread();
  template <typename Functor> void runInLoop(Functor &&f) {}
  void queueInLoop(const Func &f);
  void queueInLoop(Func &&f);
  TimerId runAfter(double delay, const Func &cb);
  TimerId runAfter(const std::chrono::duration<double> &delay, Func &&cb);
  TimerId runEvery(double interval, const Func &cb);
  TimerId runEvery(const std::chrono::duration<double> &interval, Func &&cb);
  TimerId runAt(std::int64_t time, const Func &cb);
};
} // namespace trantor
