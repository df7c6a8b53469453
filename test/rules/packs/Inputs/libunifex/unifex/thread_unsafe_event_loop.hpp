// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _thread_unsafe_event_loop {
class scheduler {};
} // namespace _thread_unsafe_event_loop
class thread_unsafe_event_loop {
public:
  _thread_unsafe_event_loop::scheduler get_scheduler() noexcept;
  void run_until_empty() noexcept;
  template <typename Sender> std::optional<_stub_value<Sender>> sync_wait(Sender &&sender);
};
} // namespace unifex
