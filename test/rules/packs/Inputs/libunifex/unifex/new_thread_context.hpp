// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
namespace unifex {
namespace _new_thread {
class context {
public:
  context();
  ~context();
  class scheduler {};
  scheduler get_scheduler() noexcept;
};
} // namespace _new_thread
using new_thread_context = _new_thread::context;
} // namespace unifex
