// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/abort_source.hh>

namespace seastar {
template <typename Clock = std::chrono::steady_clock> class abort_on_expiry {
public:
  explicit abort_on_expiry(typename Clock::time_point timeout);
  abort_source &abort_source();
};
} // namespace seastar
