// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library. Templates that take a closure must
// have a body.
#pragma once

#include <cppcoro/task.hpp>

namespace cppcoro {
template <typename F> struct fmap_transform {
  F func;
};
template <typename F, typename A>
auto fmap(F &&func, A &&awaitable)
    -> task<decltype(func(std::declval<detail::result_of<A>>()))> {
  __builtin_trap();
}
template <typename F> fmap_transform<F> fmap(F &&func) { __builtin_trap(); }
} // namespace cppcoro
