// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {
template <typename LazyType> inline auto syncAwait(LazyType &&lazy) {
  return typename std::decay_t<LazyType>::ValueType();
}
template <typename LazyType> inline auto syncAwait(LazyType &&lazy, Executor *ex) {
  return typename std::decay_t<LazyType>::ValueType();
}
} // namespace async_simple::coro
