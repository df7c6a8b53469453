// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>
#include <cstddef>
#include <folly/executors/DrivableExecutor.h>

namespace folly {
class TimedDrivableExecutor : public DrivableExecutor {
public:
  ~TimedDrivableExecutor() noexcept override;
  void drive() noexcept override;
  void add(Func) override;
  std::size_t run() noexcept;
  void wait() noexcept;
  template <typename R, typename P>
  bool try_drive_for(const std::chrono::duration<R, P> &timeout);
  template <typename C, typename D>
  bool try_drive_until(const std::chrono::time_point<C, D> &deadline);
  template <typename R, typename P>
  bool try_wait_for(const std::chrono::duration<R, P> &timeout);
  template <typename C, typename D>
  bool try_wait_until(const std::chrono::time_point<C, D> &deadline);
};
} // namespace folly
