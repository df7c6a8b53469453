// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace asynctidy::editor {

/// A thread that works on one document after the other, on each when nobody has
/// asked for it again for a while.
class Scheduler {
public:
  using Clock = std::chrono::steady_clock;
  using Work = std::function<void(const std::string &Document)>;

  explicit Scheduler(Work Do);
  /// Waits for what has begun; the rest is dropped.
  ~Scheduler();

  /// Has \p Document worked on after \p Delay, instead of when it was asked for
  /// before.
  void schedule(const std::string &Document, Clock::duration Delay);

  /// Whether the thread is at work.
  bool isBusy() const;

private:
  using Queue = std::map<std::string, Clock::time_point>;

  void loop();
  Queue::iterator next();

  const Work Do;
  mutable std::mutex Lock;
  std::condition_variable Changed;
  Queue Due;
  bool IsBusy = false, IsOver = false;
  std::thread Thread; ///< the last: it uses the others
};

} // namespace asynctidy::editor
