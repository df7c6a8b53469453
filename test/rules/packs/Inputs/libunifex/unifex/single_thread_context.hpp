// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/manual_event_loop.hpp>

namespace unifex {
namespace _single_thread {
class context {
public:
  context();
  ~context();
  _manual_event_loop::context::scheduler get_scheduler() noexcept;
};
} // namespace _single_thread
using single_thread_context = _single_thread::context;
} // namespace unifex
