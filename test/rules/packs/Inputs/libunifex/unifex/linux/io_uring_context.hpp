// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
namespace unifex::linuxos {
class io_uring_context {
public:
  class scheduler {};
  io_uring_context();
  ~io_uring_context();
  template <typename StopToken> void run(StopToken stopToken);
  scheduler get_scheduler() noexcept;
};
} // namespace unifex::linuxos
