// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library. Templates that take a closure must
// have a body.
#pragma once

#include <cppcoro/task.hpp>
#include <type_traits>
#include <utility>

namespace cppcoro {
template <typename F> struct fmap_transform {
  F func;
};
namespace detail {
template <typename F, typename A> class fmap_awaitable {
public:
  template <typename FArg, typename AArg> explicit fmap_awaitable(FArg &&func, AArg &&awaitable) {}
  awaiter_of<decltype(std::declval<F>()(std::declval<result_of<A>>()))> operator co_await() const;
};
} // namespace detail
template <typename F, typename A> auto fmap(F &&func, A &&awaitable) {
  return detail::fmap_awaitable<std::decay_t<F>, std::decay_t<A>>(std::forward<F>(func),
                                                                 std::forward<A>(awaitable));
}
template <typename F> fmap_transform<F> fmap(F &&func) { __builtin_trap(); }
} // namespace cppcoro
