// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class [[nodiscard]] aw_yield : public detail::awaiter<void> {};
aw_yield yield();
aw_yield yield_if_requested();
aw_yield reschedule();
} // namespace tmc
