// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/task.hpp>

namespace cppcoro {
template <typename S> struct schedule_on_transform {
  S &scheduler;
};
template <typename S> schedule_on_transform<S> schedule_on(S &scheduler);
template <typename S, typename A>
auto schedule_on(S &scheduler, A awaitable) -> task<detail::result_of<A>>;
template <typename A, typename S>
auto operator|(A &&value, schedule_on_transform<S> transform)
    -> task<detail::result_of<A>>;
} // namespace cppcoro
