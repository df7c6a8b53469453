// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <iterator>
#include <seastar/core/future.hh>
#include <vector>

namespace seastar {
template <typename... T>
future<std::tuple<future<T>...>> when_all(future<T> &&...futures) noexcept;
template <typename Iterator>
future<std::vector<typename std::iterator_traits<Iterator>::value_type>>
when_all(Iterator begin, Iterator end) noexcept {
  std::terminate();
}
template <typename... T>
future<std::tuple<typename future<T>::value_type...>>
when_all_succeed(future<T> &&...futures) noexcept;
} // namespace seastar
