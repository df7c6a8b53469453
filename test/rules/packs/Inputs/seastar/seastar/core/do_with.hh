// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
template <typename T1, typename T2, typename... More>
auto do_with(T1 &&rv1, T2 &&rv2, More &&...more) noexcept {
  return make_ready_future<>();
}
template <typename Lock, typename Func> auto with_lock(Lock &lock, Func &&func) {
  return futurize_invoke(std::forward<Func>(func));
}
} // namespace seastar
