// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Trantor of May
// 2026, which Drogon 1.9.13 uses; not the library.
#pragma once

#include "trantor/net/EventLoopThread.h"
#include <cstddef>

namespace trantor {
class EventLoopThreadPool {
public:
  EventLoopThreadPool(std::size_t threadNum,
                      const std::string &name = "EventLoopThreadPool");
  void start();
  void wait();
  EventLoop *getNextLoop();
  EventLoop *getLoop(std::size_t id);
};
} // namespace trantor
