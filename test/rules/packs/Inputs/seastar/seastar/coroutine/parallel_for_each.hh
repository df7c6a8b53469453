// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/coroutine.hh>

namespace seastar::coroutine {
template <typename Func> class [[nodiscard]] parallel_for_each {
public:
  template <typename Range, typename Func1>
  explicit parallel_for_each(Range &&range, Func1 &&func) {
    std::terminate();
  }
  internal::awaiter<void> operator co_await();
};
template <typename Range, typename Func>
parallel_for_each(Range &&range, Func &&func) -> parallel_for_each<Func>;
} // namespace seastar::coroutine
