// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/async/future.hpp"

namespace yaclib {
template <typename E = StopError, typename Func> auto Run(Func &&) {
  return Future<std::invoke_result_t<Func>, E>(nullptr);
}
template <typename E = StopError, typename Func> auto Run(IExecutor &, Func &&) {
  return FutureOn<std::invoke_result_t<Func>, E>(nullptr);
}
template <typename V = void, typename E = StopError, typename Func>
auto AsyncContract(IExecutor &, Func &&) {
  return FutureOn<V, E>(nullptr);
}
} // namespace yaclib
