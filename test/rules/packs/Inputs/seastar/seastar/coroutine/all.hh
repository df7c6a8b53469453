// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/coroutine.hh>

namespace seastar::coroutine {
template <typename... Futures> class [[nodiscard]] all {
public:
  template <typename... Func> explicit all(Func &&...funcs) { std::terminate(); }
  internal::awaiter<std::tuple<typename Futures::value_type...>> operator co_await();
};
template <typename... Func> explicit all(Func &&...) -> all<std::invoke_result_t<Func>...>;
} // namespace seastar::coroutine
