// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Running a program: asyncio.run.
#pragma once

#include <tide/spawn.h>

#include <exception>
#include <iostream>
#include <memory>
#include <utility>

namespace tide {
namespace detail {

/// Cancels what is left, and waits for it as long as the options' grace; what
/// does not stop by then is destroyed where it stands.
inline void stop_what_is_left(event_loop &loop) {
  for (const auto &activity : loop.live())
    activity->cancel();
  bool grace_is_over = false;
  event_loop::timer grace(loop, loop.after(loop.options().grace),
                          [&] { grace_is_over = true; });
  loop.run_until([&] { return loop.live().empty() || grace_is_over; });
  // Threads may still use what the frames hold.
  loop.run_until([&] { return !loop.has_outside_work(); });
  // The last to end may have left callbacks.
  bool called_all = false;
  loop.call_soon([&] { called_all = true; });
  loop.run_until([&] { return called_all; });
  for (const auto &activity : loop.live())
    loop.report().unstopped.push_back(activity->name());
  // The newest first: it may use what an older one owns.
  for (auto &live = loop.live(); !live.empty(); live.pop_back())
    live.back()->abandon(); // somebody may have a handle to it
}

/// Hands out what debug mode saw.
inline void tell(const event_loop &loop, const debug_report &report) {
  if (debug_report *wanted = loop.options().report)
    *wanted = report;
  else if (loop.options().debug)
    std::cerr << report << std::flush;
}

} // namespace detail

/// Runs \p main, and everything it starts, to its end on this thread. What main
/// leaves running is cancelled. Gives main's result or throws its error, a
/// cancellation included. Throws loop_error inside a running loop.
template <class T> T run(task<T> main, run_options options = {}) {
  event_loop loop(options);
  auto started = detail::start_activity(std::move(main));
  loop.run_until([&] { return started->done(); });
  const std::exception_ptr error = started->error();
  detail::stop_what_is_left(loop);
  detail::tell(loop, loop.report());
  if (error)
    std::rethrow_exception(error);
  if constexpr (!std::is_void_v<T>)
    return std::move(started->result());
}

} // namespace tide
