// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstdint>
#include <folly/Function.h>

namespace folly {
class TimeoutManager {
public:
  virtual ~TimeoutManager();
  void runAfterDelay(Func cob, std::uint32_t milliseconds);
  bool tryRunAfterDelay(Func cob, std::uint32_t milliseconds);
};
} // namespace folly
