// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
template <typename Set> struct when_any_result {
  std::size_t index;
  Set futures;
};
template <typename... T>
future<when_any_result<std::tuple<future<T>...>>> when_any(future<T> &&...futures) noexcept;
} // namespace seastar
