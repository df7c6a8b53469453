// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Trantor of May
// 2026, which Drogon 1.9.13 uses; not the library.
#pragma once

#include "trantor/net/EventLoop.h"
#include <string>

namespace trantor {
class EventLoopThread {
public:
  explicit EventLoopThread(const std::string &threadName = "EventLoopThread");
  ~EventLoopThread();
  void wait();
  EventLoop *getLoop() const;
  void run();
};
} // namespace trantor
