// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
template <typename T = void> class shared_future {
public:
  future<T> get_future() const noexcept;
  bool available() const noexcept;
  bool failed() const noexcept;
};
template <typename T = void> class shared_promise {
public:
  future<T> get_shared_future() const noexcept;
};
} // namespace seastar
