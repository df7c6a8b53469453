// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/Future.h>
#include <iterator>
#include <vector>

namespace async_simple {
template <std::input_iterator Iterator>
Future<std::vector<Try<typename std::iterator_traits<Iterator>::value_type::value_type>>>
collectAll(Iterator begin, Iterator end) {
  std::terminate();
}
} // namespace async_simple
