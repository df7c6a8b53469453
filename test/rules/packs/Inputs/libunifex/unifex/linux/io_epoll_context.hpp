// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
namespace unifex::linuxos {
class io_epoll_context {
public:
  class scheduler {};
  io_epoll_context();
  ~io_epoll_context();
  template <typename StopToken> void run(StopToken stopToken);
  scheduler get_scheduler() noexcept;
};
} // namespace unifex::linuxos
