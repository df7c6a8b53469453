// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
template <typename Clock = std::chrono::steady_clock> class basic_rwlock {
public:
  future<> read_lock(typename Clock::time_point timeout = Clock::time_point::max());
  void read_unlock();
};
using rwlock = basic_rwlock<>;
} // namespace seastar
