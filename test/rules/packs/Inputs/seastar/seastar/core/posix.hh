// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <functional>
#include <seastar/core/future.hh>
#include <sys/types.h>

namespace seastar {
class file_desc {
public:
  static file_desc open(sstring name, int flags, mode_t mode = 0);
};
class posix_thread {
public:
  posix_thread(std::function<void()> func);
  void join();
};
} // namespace seastar
