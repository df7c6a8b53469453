// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Trantor of May
// 2026, which Drogon 1.9.13 uses; not the library.
#pragma once

#include "trantor/utils/TaskQueue.h"
#include <string>

namespace trantor {
class SerialTaskQueue : public TaskQueue {
public:
  explicit SerialTaskQueue(const std::string &name);
  virtual ~SerialTaskQueue();
  void runTaskInQueue(const std::function<void()> &task) override;
  void runTaskInQueue(std::function<void()> &&task) override;
  void waitAllTasksFinished();
  void stop();
};
} // namespace trantor
