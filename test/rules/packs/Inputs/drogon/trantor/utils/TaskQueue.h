// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Trantor of May
// 2026, which Drogon 1.9.13 uses; not the library.
#pragma once

#include <functional>

namespace trantor {
class TaskQueue {
public:
  virtual void runTaskInQueue(const std::function<void()> &task) = 0;
  virtual void runTaskInQueue(std::function<void()> &&task) = 0;
  void syncTaskInQueue(const std::function<void()> &task);
  virtual ~TaskQueue() {}
};
} // namespace trantor
