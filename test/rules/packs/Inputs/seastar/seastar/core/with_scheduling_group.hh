// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
class scheduling_group {};
template <typename Func, typename... Args>
auto with_scheduling_group(scheduling_group sg, Func func, Args &&...args) noexcept {
  return futurize_invoke(std::move(func), std::forward<Args>(args)...);
}
} // namespace seastar
