// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/task.hpp>
#include <tuple>
#include <vector>

namespace cppcoro {
template <typename... A>
[[nodiscard]] detail::awaitable_of<std::tuple<A...>>
when_all(A &&...awaitables);
template <typename A>
[[nodiscard]] detail::awaitable_of<std::vector<A>>
when_all(std::vector<A> awaitables);
} // namespace cppcoro
