// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include "userver/engine/task/task.hpp"

namespace userver {
inline namespace v2_5 {
namespace engine {
void Yield();
void InterruptibleSleepUntil(Deadline);
void SleepUntil(Deadline);
template <typename Rep, typename Period>
void InterruptibleSleepFor(const std::chrono::duration<Rep, Period> &duration);
template <typename Rep, typename Period>
void SleepFor(const std::chrono::duration<Rep, Period> &duration);
} // namespace engine
} // namespace v2_5
} // namespace userver
