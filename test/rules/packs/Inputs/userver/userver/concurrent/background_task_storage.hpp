// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include "userver/utils/async.hpp"

namespace userver {
inline namespace v2_5 {
namespace concurrent {
class BackgroundTaskStorageCore final {
public:
  ~BackgroundTaskStorageCore();
  void CancelAndWait() noexcept;
};
class BackgroundTaskStorage final {
public:
  BackgroundTaskStorage();
  explicit BackgroundTaskStorage(engine::TaskProcessor &task_processor);
  void CancelAndWait() noexcept;
  template <typename... Args> void AsyncDetach(std::string, Args &&...) {}
  template <typename... Args>
  void CriticalAsyncDetach(std::string, Args &&...) {}
};
} // namespace concurrent
} // namespace v2_5
} // namespace userver
