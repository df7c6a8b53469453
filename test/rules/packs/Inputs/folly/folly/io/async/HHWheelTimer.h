// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>

namespace folly {
template <class Duration> class HHWheelTimerBase {
public:
  template <class F> void scheduleTimeoutFn(F fn, Duration timeout) {}
};
using HHWheelTimer = HHWheelTimerBase<std::chrono::milliseconds>;
} // namespace folly
