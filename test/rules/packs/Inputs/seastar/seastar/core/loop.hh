// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
template <typename AsyncAction> future<> repeat(AsyncAction &&action) noexcept { std::terminate(); }
template <typename AsyncAction> future<> repeat_until_value(AsyncAction action) noexcept {
  std::terminate();
}
template <typename AsyncAction, typename StopCondition>
future<> do_until(StopCondition stop_cond, AsyncAction action) noexcept {
  std::terminate();
}
template <typename AsyncAction> future<> keep_doing(AsyncAction action) noexcept {
  std::terminate();
}
template <typename Range, typename AsyncAction>
future<> do_for_each(Range &c, AsyncAction action) noexcept {
  std::terminate();
}
template <typename Range, typename Func>
future<> parallel_for_each(Range &&range, Func &&func) noexcept {
  std::terminate();
}
template <typename Range, typename Func>
future<> max_concurrent_for_each(Range &&range, std::size_t max_concurrent, Func &&func) noexcept {
  std::terminate();
}
} // namespace seastar
