// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _schedule {
struct _fn {
  template <typename Scheduler> _stub_sender<> operator()(Scheduler &&sched) const;
  _stub_sender<> operator()() const noexcept;
};
} // namespace _schedule
inline constexpr _schedule::_fn schedule{};
namespace _schedule_after {
inline const struct _fn {
  template <typename Scheduler, typename Duration>
  _stub_sender<> operator()(Scheduler &&s, Duration &&d) const;
  template <typename Duration> _stub_sender<> operator()(Duration d) const;
} schedule_after{};
} // namespace _schedule_after
using _schedule_after::schedule_after;
namespace _schedule_at {
inline const struct _fn {
  template <typename Scheduler, typename TimePoint>
  _stub_sender<> operator()(Scheduler &&s, TimePoint &&tp) const;
} schedule_at{};
} // namespace _schedule_at
using _schedule_at::schedule_at;
namespace _current {
struct _scheduler {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> waiting) const noexcept;
  _scheduler await_resume() const;
};
} // namespace _current
inline constexpr _current::_scheduler current_scheduler{};
} // namespace unifex
