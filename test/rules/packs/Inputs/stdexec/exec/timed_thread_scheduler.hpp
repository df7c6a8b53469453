// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
#include <stdexec/execution.hpp>

namespace experimental::execution {
class timed_thread_scheduler {};
class timed_thread_context {
public:
  timed_thread_context() noexcept;
  ~timed_thread_context();
  timed_thread_scheduler get_scheduler() noexcept;
};
} // namespace experimental::execution
namespace exec = experimental::execution;
