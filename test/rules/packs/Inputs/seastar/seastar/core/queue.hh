// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
template <typename T> class queue {
public:
  explicit queue(std::size_t size);
  bool push(T &&a);
  T pop() noexcept;
  future<> push_eventually(T &&data) noexcept;
  future<T> pop_eventually() noexcept;
};
} // namespace seastar
