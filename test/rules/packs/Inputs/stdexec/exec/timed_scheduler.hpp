// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
#include <stdexec/execution.hpp>

namespace experimental::execution {
namespace __schedule_after {
struct schedule_after_t {
  template <typename Scheduler, typename Duration>
  stdexec::_stub_sender<> operator()(Scheduler &&sched, const Duration &duration) const;
};
} // namespace __schedule_after
inline constexpr __schedule_after::schedule_after_t schedule_after{};
namespace __schedule_at {
struct schedule_at_t {
  template <typename Scheduler, typename TimePoint>
  stdexec::_stub_sender<> operator()(Scheduler &&sched, const TimePoint &time) const;
};
} // namespace __schedule_at
inline constexpr __schedule_at::schedule_at_t schedule_at{};
} // namespace experimental::execution
namespace exec = experimental::execution;
