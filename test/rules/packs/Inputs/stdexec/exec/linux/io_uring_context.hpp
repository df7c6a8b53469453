// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
namespace experimental::execution {
namespace __io_uring {
class __scheduler {};
class __context {
public:
  void run_until_stopped();
  void run_until_empty();
  __scheduler get_scheduler() noexcept;
};
} // namespace __io_uring
using io_uring_context = __io_uring::__context;
using io_uring_scheduler = __io_uring::__scheduler;
} // namespace experimental::execution
namespace exec = experimental::execution;
