// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class auto_reset_event {
public:
  void set() noexcept;
  detail::awaiter<void> operator co_await() noexcept;
};
} // namespace tmc
