// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace userver {
// The library's version is in its names.
inline namespace v2_5 {
namespace engine {
class TaskProcessor;
class Deadline {
public:
  template <typename Rep, typename Period>
  static Deadline FromDuration(const std::chrono::duration<Rep, Period> &);
};
enum class TaskCancellationReason { kNone, kUserRequest, kDeadline };

class [[nodiscard]] TaskBase {
public:
  bool IsFinished() const;
  void Wait() const noexcept(false);
  void RequestCancel();
  void SyncCancel() noexcept;
  void BlockingWait() const;
};
class [[nodiscard]] Task : public TaskBase {
public:
  Task();
  ~Task();
  Task(Task &&other) noexcept;
  void Detach() &&;
};
template <typename T> class [[nodiscard]] TaskWithResult : public Task {
public:
  TaskWithResult() = default;
  T Get() noexcept(false);
};
template <typename T> class [[nodiscard]] SharedTaskWithResult : public TaskBase {
public:
  SharedTaskWithResult() = default;
  T Get() const noexcept(false);
};

class WaitInterruptedException : public std::runtime_error {
public:
  explicit WaitInterruptedException(TaskCancellationReason reason);
};
class TaskCancelledException : public std::runtime_error {
public:
  explicit TaskCancelledException(TaskCancellationReason reason);
};
class TaskCancellationBlocker final {
public:
  TaskCancellationBlocker();
  ~TaskCancellationBlocker();
};
class TaskCancellationToken final {
public:
  void RequestCancel();
};

namespace current_task {
TaskProcessor &GetTaskProcessor();
bool IsTaskProcessorThread() noexcept;
bool IsCancelRequested() noexcept;
bool ShouldCancel() noexcept;
TaskCancellationReason CancellationReason() noexcept;
void CancellationPoint();
void SetDeadline(Deadline deadline);
} // namespace current_task
} // namespace engine
} // namespace v2_5
} // namespace userver
