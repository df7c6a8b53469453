// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/async.h"

namespace kj {
class Duration {};
inline constexpr Duration SECONDS;
Duration operator*(int count, Duration unit);
class TimePoint {};

class Timer {
public:
  virtual TimePoint now() const = 0;
  virtual Promise<void> atTime(TimePoint time) = 0;
  virtual Promise<void> afterDelay(Duration delay) = 0;
  template <typename T>
  Promise<T> timeoutAt(TimePoint time, Promise<T> &&promise);
  template <typename T>
  Promise<T> timeoutAfter(Duration delay, Promise<T> &&promise);
};
} // namespace kj
